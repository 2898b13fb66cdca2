; Frees the address of the field instead of the node. signal SIGABRT
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 32
        call malloc
        mov rbx, rax
        mov qword [rbx+8], 0
        lea rdi, [rbx+8]
        call free                       ; expect: invalid-free
        xor eax, eax
        pop rbx
        ret
