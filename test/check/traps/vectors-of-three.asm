; Vectors of three elements are read as four, and the fourth lane is never used. exit 229
global _start
section .data
align 16
a:      dd 1.0, 2.0, 3.0
        align 16
b:      dd 4.0, 5.0, 6.0
count:  db 1
        align 16
c:      dd 1.0, 2.0, 3.0
        align 16, db 0
mask:   dd -1, -1, -1, 0
whole:  dd 1, 2, 3
flag:   db 0
        align 32
wide:   dq 1.0, 2.0, 3.0
more:   db 1
section .bss
        alignb 16
out:    resd 3
section .text
_start: movaps xmm0, [a]
        movups xmm1, [rel b]
        movaps xmm2, xmm0
        dpps xmm2, xmm1, 0x71
        cvttss2si edi, xmm2
        movaps xmm3, xmm0
        mulps xmm3, xmm1
        movhlps xmm4, xmm3
        movaps xmm5, xmm3
        shufps xmm5, xmm5, 0x55
        addss xmm3, xmm4
        addss xmm3, xmm5
        cvttss2si eax, xmm3
        add edi, eax
        mov esi, b
        movups xmm6, [rsi]
        andps xmm6, [mask]
        mulps xmm6, xmm0
        andps xmm6, [mask]
        haddps xmm6, xmm6
        haddps xmm6, xmm6
        cvttss2si eax, xmm6
        add edi, eax
        movaps xmm7, [c]
        dpps xmm7, xmm7, 0xf1
        cvttss2si eax, xmm7
        add edi, eax
        movdqu xmm0, [whole]
        pmulld xmm0, xmm0
        pshufd xmm1, xmm0, 0x0e
        pshufd xmm2, xmm0, 1
        paddd xmm0, xmm1
        paddd xmm0, xmm2
        movd eax, xmm0
        add edi, eax
        vmovupd ymm0, [wide]
        vaddpd ymm0, ymm0, [wide]
        vextractf128 xmm1, ymm0, 1
        vaddsd xmm0, xmm0, xmm1
        vcvttsd2si eax, xmm0
        add edi, eax
        movups xmm0, [b]
        movlps [out], xmm0
        extractps [out+8], xmm0, 2
        cmpps xmm0, [a], 6
        movmskps eax, xmm0
        and eax, 7
        add edi, eax
        movd xmm0, [out+8]
        cvttss2si eax, xmm0
        imul eax, 15
        add edi, eax
        mov eax, 60
        syscall
