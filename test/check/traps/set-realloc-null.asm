; realloc(0, n), free(0), copies of nothing, malloc(0). exit 0
        extern malloc, realloc, free, memcpy, memset
        global main
        section .text
main:   push rbx
        xor edi, edi
        mov esi, 10
        call realloc
        mov rbx, rax
        mov byte [rbx+9], 1
        xor edi, edi
        call free
        mov rdi, rbx
        mov rsi, rbx
        xor edx, edx
        call memcpy
        mov rdi, rbx
        xor esi, esi
        xor edx, edx
        call memset
        mov rdi, rbx
        mov esi, 100
        call realloc
        mov rdi, rax
        call free
        xor edi, edi
        call malloc
        mov rdi, rax
        call free
        xor eax, eax
        pop rbx
        ret
