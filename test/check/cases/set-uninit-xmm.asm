; A comparison of a double that was never set. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        movsd xmm0, [rbx]
        pxor xmm1, xmm1
        addsd xmm0, xmm0
        ucomisd xmm0, xmm1
        ja .more                        ; expect: uninit-branch
.more:  mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
