; exit 0
; A function keeps rbx in a vector register and gives it back, and forgets r12, which main counts in.
        global  main
        global  work

        section .text
work:   movq    xmm6, rbx
        mov     ebx, 5
        lea     r12d, [rbx + 1]
        movq    rbx, xmm6
        ret                             ; expect: callee-saved-clobbered

main:   push    r12
        mov     r12d, 3
        call    work
        xor     eax, eax
        pop     r12
        ret
