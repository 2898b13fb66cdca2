; A double in xmm1 across a call of libc. exit 0
        default rel
        extern sqrt, getpid
        global main
        section .data
two:    dq 2.0
        section .bss
out:    resq 1
        section .text
main:   sub rsp, 8
        movsd xmm1, [two]
        movsd xmm0, [two]
        call sqrt
        addsd xmm0, xmm1                ; expect: volatile-after-call
        movsd [out], xmm0
        xor eax, eax
        add rsp, 8
        ret
