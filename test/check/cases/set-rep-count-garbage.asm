; The count of rep stosb was never set. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 64
        call malloc
        mov rbx, rax
        movzx ecx, byte [rbx+3]
        and ecx, 15
        mov rdi, rbx
        xor eax, eax
        rep stosb                       ; expect: uninit-value
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
