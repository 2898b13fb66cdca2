; A comparison of doubles by cmpsd reads 8 bytes, wherever they lie, and nothing behind them. exit 1
        default rel
        global _start
        section .data
byte_:  db 0
one:    dq 1.0
        section .text
_start: sub rsp, 24
        mov rax, __float64__(2.0)
        mov [rsp+8], rax
        movsd xmm0, [one]
        movsd xmm1, [one]
        cmpltsd xmm0, [rsp+8]
        cmpsd xmm1, [one], 0
        andpd xmm0, xmm1
        movq rdi, xmm0
        and edi, 1
        add rsp, 24
        mov eax, 60
        syscall
