; Exclusive or of garbage with other garbage, and with itself. exit 0
        extern malloc, free
        global main
main:   push rbx
        mov edi, 48
        call malloc
        mov rbx, rax
        mov rax, [rbx]
        mov r8, [rbx+8]
        xor rax, r8
        jz .1                   ; expect: uninit-branch
.1:     mov rax, [rbx]
        xor rax, rax
        jz .2
.2:     movq mm0, [rbx]
        movq mm7, [rbx+8]
        pxor mm0, mm7
        movq [rbx+16], mm0
        emms
        cmp qword [rbx+16], 0
        jz .3                   ; expect: uninit-branch
.3:     movups xmm0, [rbx]
        movups xmm8, [rbx+16]
        xorps xmm0, xmm8
        movups [rbx+32], xmm0
        mov rax, [rbx+32]
        add rax, [rbx+40]
        jz .4                   ; expect: uninit-branch
.4:     movups xmm0, [rbx]
        xorps xmm0, xmm0
        movups [rbx+32], xmm0
        mov rax, [rbx+32]
        add rax, [rbx+40]
        jz .5
.5:     movupd xmm0, [rbx]
        movupd xmm9, [rbx+16]
        xorpd xmm0, xmm9
        movmskpd eax, xmm0
        test eax, eax
        jz .6                   ; expect: uninit-branch
.6:     movdqu xmm0, [rbx]
        pcmpeqd xmm0, xmm0
        movmskps eax, xmm0
        test eax, eax
        jz .7
.7:     mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
