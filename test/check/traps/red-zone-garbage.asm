; A leaf behind calls saves and restores what nobody has set through the red zone, and keeps its own there. exit 9
global _start
section .text
none:   ret
leaf:   mov [rsp-8], rdx
        mov rdx, [rsp-8]
        mov dword [rsp-16], 9
        mov eax, [rsp-16]
        ret
_start: call none
        sub rsp, 24
        mov rdx, [rsp+8]
        call leaf
        add rsp, 24
        push rax
        push rax
        pop rcx
        pop rcx
        mov edi, [rsp-16]
        mov eax, 60
        syscall
