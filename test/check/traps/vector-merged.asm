; AVX's scalar conversions take their upper part from a register that a call has destroyed: nobody looks at it. exit 12
        default rel
        extern puts
        global main
        section .rodata
text:   db "x", 0
value:   dq 4.6
        section .text
main:   sub rsp, 8
        lea rdi, [text]
        call puts
        mov eax, 7
        vcvtsi2sd xmm1, xmm1, eax
        vroundsd xmm2, xmm2, [value], 10
        vaddsd xmm1, xmm1, xmm2
        vsqrtsd xmm3, xmm3, xmm1
        vcvttsd2si eax, xmm1
        add rsp, 8
        ret
