; strlen with aligned vectors, starting below the string. exit 0
        default rel
        global _start
        section .data
        db 1, 2, 3
text:   db "a string of some length", 0
        section .text
slen:   mov rax, rdi
        and rax, -16
        mov ecx, edi
        and ecx, 15
        pxor xmm0, xmm0
        movdqa xmm1, [rax]
        pcmpeqb xmm1, xmm0
        pmovmskb edx, xmm1
        shr edx, cl
        test edx, edx
        jz .loop
        bsf eax, edx
        ret
.loop:  add rax, 16
        movdqa xmm1, [rax]
        pcmpeqb xmm1, xmm0
        pmovmskb edx, xmm1
        test edx, edx
        jz .loop
        bsf edx, edx
        add rax, rdx
        sub rax, rdi
        ret
_start: lea rdi, [text]
        call slen
        lea edi, [rax-23]
        mov eax, 60
        syscall
