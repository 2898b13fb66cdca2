; A column index too large reaches into the neighbour block. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        push r12
        sub rsp, 8
        mov edi, 64
        call malloc
        mov rbx, rax
        mov edi, 64
        call malloc
        mov r12, rax
        mov ecx, 20
        mov dword [rbx+rcx*4], 7        ; expect: heap-overflow-write
        mov rdi, rbx
        call free
        mov rdi, r12
        call free
        xor eax, eax
        add rsp, 8
        pop r12
        pop rbx
        ret
