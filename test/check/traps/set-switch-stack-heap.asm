; A call on a stack that malloc gave. exit 0
        extern malloc, free
        global main
        section .text
work:   push rbp
        mov rbp, rsp
        sub rsp, 64
        mov qword [rbp-8], 41
        inc qword [rbp-8]
        mov rax, [rbp-8]
        leave
        ret
main:   push rbp
        mov rbp, rsp
        push rbx
        push r12
        mov edi, 4096
        call malloc
        mov rbx, rax
        lea rcx, [rax+4096]
        mov r12, rsp
        mov rsp, rcx
        call work
        mov rsp, r12
        lea r12, [rax-42]
        mov rdi, rbx
        call free
        mov eax, r12d
        pop r12
        pop rbx
        pop rbp
        ret
