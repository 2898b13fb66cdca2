; A leaf function keeps locals in the red zone, and nothing calls between. exit 0
        global _start
        section .text
poly:   mov [rsp-8], rdi
        mov [rsp-16], rsi
        mov rax, [rsp-8]
        imul rax, [rsp-16]
        mov [rsp-128], rax
        add rax, [rsp-128]
        ret
_start: mov edi, 3
        mov esi, 7
        call poly
        lea edi, [rax-42]
        mov eax, 60
        syscall
