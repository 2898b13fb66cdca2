; The same block is freed in two places, through a table. signal SIGABRT
        default rel
        extern malloc, free
        global main
        section .bss
table:  resq 2
        section .text
main:   push rbx
        mov edi, 40
        call malloc
        mov [table], rax
        mov [table+8], rax
        lea rbx, [table]
        mov rdi, [rbx]
        call free
        mov rdi, [rbx+8]
        call free                       ; expect: double-free
        xor eax, eax
        pop rbx
        ret
