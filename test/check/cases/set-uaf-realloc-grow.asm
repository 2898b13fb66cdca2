; A pointer into an array is kept across a realloc. exit 0
        extern malloc, realloc, free
        global main
        section .text
main:   push rbx
        push r12
        push r13
        mov edi, 32
        call malloc
        mov rbx, rax
        lea r12, [rbx+24]
        mov qword [r12], 1
        mov edi, 64
        call malloc
        mov r13, rax
        mov rdi, rbx
        mov esi, 65536
        call realloc
        mov rbx, rax
        add qword [r12], 1              ; expect: use-after-free-read, use-after-free-write
        mov rdi, rbx
        call free
        mov rdi, r13
        call free
        xor eax, eax
        pop r13
        pop r12
        pop rbx
        ret
