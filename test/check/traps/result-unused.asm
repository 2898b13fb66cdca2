; What a function without a result leaves in eax is nobody's: copied from registers that calls have destroyed. exit 0
global main
extern malloc, free
section .text
note:   mov eax, ecx
        ret
part:   movzx eax, dl
        jmp short .leave
        nop
.leave: ret
clear:  push rbp
        mov rbp, rsp
        mov rax, r10
        leave
        ret
main:   push rbx
        call note
        mov edi, 8
        call malloc
        mov rbx, rax
        mov rdi, rax
        call free
        call note
        call clear
        call part
        call note
        xor eax, eax
        pop rbx
        ret
