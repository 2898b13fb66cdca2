; Only al was set, eax decides. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov ecx, [rbx]
        mov cl, 5
        cmp cl, 5
        jne .out
        test ecx, 0x100
        jz .out                         ; expect: uninit-branch
.out:   mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
