; Keeps values in the red zone over a call: the callee's pushes overwrite them. exit 11
global _start
section .text
add:    push rdi
        push rsi
        lea rax, [rdi+rsi]
        pop rsi
        pop rdi
        ret
keeps:  mov [rsp-16], rdi
        mov esi, 1
        call add
        add rax, [rsp-16] ; expect: below-rsp-read
        ret
_start: mov edi, 5
        call keeps
        mov edi, eax
        mov eax, 60
        syscall ; expect: uninit-value
