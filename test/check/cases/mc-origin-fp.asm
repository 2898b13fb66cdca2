; A sum of doubles with one that was never set. exit 0
        default rel
        extern malloc, free
        global main
        section .data
n:      dq 0.0
        section .text
main:   push rbx
        mov edi, 800
        call malloc
        mov rbx, rax
        xor ecx, ecx
.i:     cvtsi2sd xmm0, ecx
        movsd [rbx+rcx*8], xmm0
        inc ecx
        cmp ecx, 99
        jb .i
        xorpd xmm1, xmm1
        xor ecx, ecx
.s:     addsd xmm1, [rbx+rcx*8]
        inc ecx
        cmp ecx, 100
        jb .s
        comisd xmm1, [n]
        ja .p                   ; expect: uninit-branch
.p:     mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
