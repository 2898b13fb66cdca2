; exit 0
; Registers that a function gives back are kept in vector, MMX and stack places of other sizes, turned round and turned back.
        extern  puts
        global  main
        global  inxmm, inlanes, bypass, turned

        section .rodata
text:   db "t", 0

        section .text
inxmm:  movq    xmm6, rbx
        movq    xmm7, r12
        mov     ebx, 5
        mov     r12d, 6
        lea     eax, [rbx + r12]
        movq    rbx, xmm6
        movq    r12, xmm7
        ret

inlanes:
        movq    xmm6, r13
        pinsrq  xmm6, r14, 1
        movq    mm1, r15
        xor     r13d, r13d
        mov     r14d, 2
        mov     r15d, 3
        movq    r13, xmm6
        pextrq  r14, xmm6, 1
        movq    r15, mm1
        emms
        ret

bypass: sub     rsp, 24
        movq    xmm5, rbx
        movq    [rsp + 8], xmm5
        xor     ebx, ebx
        mov     rbx, [rsp + 8]
        add     rsp, 24
        ret

turned: not     rbx
        ror     r12, 20
        bswap   r13
        xor     r14, rax
        xor     r14, rax
        bswap   r13
        rol     r12, 20
        not     rbx
        ret

main:   sub     rsp, 8
        call    inxmm
        call    inlanes
        call    bypass
        call    turned
        mov     edi, text
        call    puts
        xor     eax, eax
        add     rsp, 8
        ret
