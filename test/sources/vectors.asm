; {"bits":64}
; Sums, products and comparisons of SSE and AVX; conversions and rounding; a vector transposed, one reversed by bytes.
%include "bare64.inc"
global _start
_start: movapd  xmm0, [doubles]
        mulpd   xmm0, [doubles+16]
        haddpd  xmm0, xmm0
        mulsd   xmm0, [thousand]
        cvttsd2si rax, xmm0
        call    show
        movaps  xmm1, [singles]
        movaps  xmm2, xmm1
        shufps  xmm2, xmm2, 0x1b
        addps   xmm1, xmm2
        sqrtps  xmm1, xmm1
        cvtps2dq xmm1, xmm1
        movdqu  [out], xmm1
        call    show4
        movaps  xmm3, [singles]
        cmpltps xmm3, [limits]
        movmskps eax, xmm3
        call    show
        movdqa  xmm4, [bytes]
        pshufb  xmm4, [backwards]
        movdqu  [out], xmm4
        mov     rsi, out
        mov     edx, 16
        call    write_out
        say     10
        pxor    xmm5, xmm5
        psadbw  xmm4, xmm5
        movq    rax, xmm4
        call    show
        vmovdqu ymm0, [integers]
        vpaddd  ymm1, ymm0, ymm0
        vpmulld ymm1, ymm1, ymm0
        vextracti128 xmm2, ymm1, 1
        vpaddd  xmm1, xmm1, xmm2
        vmovdqu [out], xmm1
        vzeroupper
        call    show4
        mov     rax, 7
        cvtsi2sd xmm6, rax
        divsd   xmm6, [three]
        mulsd   xmm6, [thousand]
        cvtsd2si rax, xmm6              ; to nearest
        call    show
        cvttsd2si rax, xmm6
        call    show
        roundsd xmm6, xmm6, 2           ; up
        cvttsd2si rax, xmm6
        call    show
        ucomisd xmm6, [not_a_number]
        setp    al
        movzx   eax, al
        call    show
        minsd   xmm6, [three]
        cvtsd2ss xmm6, xmm6
        movd    eax, xmm6
        call    show
        movdqa  xmm7, [bytes]
        pcmpeqb xmm7, [backwards]
        pmovmskb eax, xmm7
        call    show
        crc32   eax, byte [bytes]
        call    show
        leave_with 0
show:   call    write_number
        say     10
        ret
show4:  xor     ebx, ebx
.each:  movsxd  rax, dword [out+rbx*4]
        call    write_number
        say     " "
        inc     ebx
        cmp     ebx, 4
        jb      .each
        say     10
        ret
section .data
align 32
doubles: dq     1.5, 2.25, -4.0, 8.125
singles: dd     1.0, 4.0, 12.0, 35.5
limits: dd      1.0, 5.0, 11.0, 36.0
bytes:  db      "0123456789abcdef"
backwards: db   15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
integers: dd    1, -2, 3, 4, 5, 6, 7, 80000
thousand: dq    1000.0
three:  dq      3.0
not_a_number: dq 0x7ff8000000000000
section .bss
out:    resb    16
