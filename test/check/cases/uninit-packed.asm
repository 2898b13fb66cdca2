; Words packed to bytes: only those of the unset half are undefined. exit 0
        extern malloc, free
        global main
main:   push rbx
        mov edi, 32
        call malloc
        mov rbx, rax
        mov qword [rbx], 0
        movdqu xmm0, [rbx]
        packuswb xmm0, xmm0
        movdqu [rbx+16], xmm0
        cmp dword [rbx+16], 0
        je .a
.a:     cmp dword [rbx+20], 0
        je .b                   ; expect: uninit-branch
.b:     mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
