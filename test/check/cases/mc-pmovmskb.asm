; Sign bits of a vector that is half set. exit 0
        extern malloc, free
        global main
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov qword [rbx], 0
        movdqu xmm6, [rbx]
        pmovmskb eax, xmm6
        test al, al
        jnz .a
.a:     test eax, 0x100
        jnz .b                  ; expect: uninit-branch
.b:     test eax, 0x8000
        jnz .c                  ; expect: uninit-branch
.c:     mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
