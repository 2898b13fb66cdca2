; A callback gets a pointer to a block that was freed before. exit 0
        default rel
        extern malloc, free
        global main
        section .text
show:   mov eax, [rdi+4]                ; expect: use-after-free-read
        ret
main:   push rbx
        push r12
        sub rsp, 8
        lea r12, [show]
        mov edi, 8
        call malloc
        mov rbx, rax
        mov qword [rbx], 0
        mov rdi, rbx
        call free
        mov rdi, rbx
        call r12
        xor eax, eax
        add rsp, 8
        pop r12
        pop rbx
        ret
