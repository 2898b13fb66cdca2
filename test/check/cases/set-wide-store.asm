; A store of eight bytes into the last four of a block. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 20
        call malloc
        mov rbx, rax
        xor eax, eax
        mov [rbx+16], rax               ; expect: heap-overflow-write
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
