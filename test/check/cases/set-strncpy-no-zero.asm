; strncpy leaves the text without its zero byte, puts reads on. exit 0
        default rel
        extern malloc, free, strncpy, strlen
        global main
        section .data
name:   db "eightlet", 0
        section .text
main:   push rbx
        mov edi, 8
        call malloc
        mov rbx, rax
        mov rdi, rax
        lea rsi, [name]
        mov edx, 8
        call strncpy
        mov rdi, rbx
        call strlen                     ; expect: heap-overflow-read
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
