; A node whose next field was never set is followed. exit 0
        extern malloc, free
        global main
        section .text
make:   push rbx
        mov ebx, edi
        mov edi, 24
        call malloc
        mov [rax], rbx
        pop rbx
        ret
main:   push rbx
        mov edi, 5
        call make
        mov rbx, rax
        cmp qword [rbx+8], 0
        je .end                         ; expect: uninit-branch
        nop
.end:   mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
