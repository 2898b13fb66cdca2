; After realloc the old pointer is used. exit 0
        extern malloc, realloc, free
        global main
        section .text
main:   push rbx
        push r12
        sub rsp, 8
        mov edi, 16
        call malloc
        mov rbx, rax
        mov qword [rbx], 1
        mov edi, 16
        call malloc
        mov r12, rax
        mov rdi, rbx
        mov esi, 4096
        call realloc
        mov qword [rbx+8], 2            ; expect: use-after-free-write
        mov rdi, rax
        call free
        mov rdi, r12
        call free
        xor eax, eax
        add rsp, 8
        pop r12
        pop rbx
        ret
