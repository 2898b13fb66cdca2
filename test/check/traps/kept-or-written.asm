; exit 0
; What a call has destroyed is written here in part, under a condition, or with a result that it has no part in.
        extern getpid, puts
        global main
        section .data
text:   db "a line", 0, "and more", 0
        align 16
words:  dd 1, 2, 3, 4
        section .text
main:   push rbx
        lea rdi, [rel text]
        call puts
        movdqu xmm1, [rel text]
        pxor xmm0, xmm0
        pcmpeqb xmm0, xmm1
        pmovmskb eax, xmm0
        test eax, eax
        jz .bad
        bsf ecx, eax            ; kept if eax were 0
        cmp ecx, 6
        jne .bad
        call getpid
        mov eax, 0x80
        bsr rdx, rax
        cmp edx, 7
        jne .bad
        call getpid
        mov ebx, 1
        cmp ebx, 2
        sbb ecx, ecx            ; all ones below
        cmp ecx, -1
        jne .bad
        call getpid
        cmp ebx, 1
        sbb r8, r8
        sbb dl, dl
        movzx edx, dl
        test rdx, rdx
        jnz .bad
        call getpid
        cmp ebx, 1
        cmove r9, rbx
        cmovne r9d, [rel words]
        cmp r9, 1
        jne .bad
        call getpid
        test ebx, ebx
        setz cl
        movzx ecx, cl
        test ecx, ecx
        jnz .bad
        call getpid
        cmp ebx, 2
        cmove ecx, edx          ; neither is meant yet
        mov ecx, 5
        xchg rcx, rbx
        xchg ecx, ebx
        call getpid
        pinsrd xmm2, ebx, 0
        pinsrd xmm2, ebx, 1
        pinsrd xmm2, ebx, 2
        pinsrd xmm2, ebx, 3
        pxor xmm2, xmm2
        call getpid
        vpinsrd xmm3, xmm3, ebx, 0
        vpinsrd xmm3, xmm3, ebx, 1
        vpinsrd xmm3, xmm3, ebx, 2
        vpinsrd xmm3, xmm3, ebx, 3
        vinsertf128 ymm3, ymm3, [rel words], 1
        movd eax, xmm3
        cmp eax, ebx
        jne .bad
        call getpid
        movlps xmm4, [rel words]
        movhps xmm4, [rel words]
        vmovlps xmm5, xmm5, [rel words]
        vmovhps xmm5, xmm5, [rel words]
        cvtsi2sd xmm6, ebx
        sqrtsd xmm6, xmm6
        movss xmm7, [rel words]
        nop dword [rcx + rax]
        xor eax, eax
        pop rbx
        ret
.bad:   mov eax, 1
        pop rbx
        ret
