; The root of a small tree is lost, and with it both children. exit 0
        extern malloc
        global main
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov edi, 8
        call malloc
        mov [rbx], rax
        mov edi, 8
        call malloc
        mov [rbx+8], rax
        xor eax, eax
        pop rbx
        ret                             ; expect: leak-definite, leak-indirect
