; {"bits":32}
; A product of matrices of doubles with the x87 and one of words with SSE2; a bubble sort; a sieve with bt and bts.
%include "bare32.inc"
N       equ     3
global _start
_start: xor     esi, esi
.row:   xor     edi, edi
.column: fldz
        xor     ecx, ecx
.inner: lea     eax, [esi+esi*2]
        add     eax, ecx
        fld     qword [a+eax*8]
        lea     eax, [ecx+ecx*2]
        add     eax, edi
        fmul    qword [b+eax*8]
        faddp
        inc     ecx
        cmp     ecx, N
        jb      .inner
        fmul    dword [hundred]
        fistp   dword [cell]
        number  [cell]
        say     " "
        inc     edi
        cmp     edi, N
        jb      .column
        say     10
        inc     esi
        cmp     esi, N
        jb      .row
        movdqu  xmm0, [words]
        pmaddwd xmm0, xmm0
        pshufd  xmm1, xmm0, 0x4e
        paddd   xmm0, xmm1
        pshufd  xmm1, xmm0, 0xb1
        paddd   xmm0, xmm1
        movd    eax, xmm0
        call    write_number
        say     10
        mov     ebx, 7
.pass:  xor     ecx, ecx
.swap:  mov     ax, [words+ecx*2]
        cmp     ax, [words+ecx*2+2]
        jle     .fine
        xchg    ax, [words+ecx*2+2]
        mov     [words+ecx*2], ax
.fine:  inc     ecx
        cmp     ecx, ebx
        jb      .swap
        dec     ebx
        jnz     .pass
.each:  movsx   eax, word [words+ebx*2]
        call    write_number
        say     " "
        inc     ebx
        cmp     ebx, 8
        jb      .each
        say     10
        mov     ebx, 2
.next:  bt      [sieve], ebx
        jc      .no
        number  ebx
        say     " "
        mov     ecx, ebx
        imul    ecx, ebx
.strike: cmp    ecx, 127
        ja      .no
        bts     [sieve], ecx
        add     ecx, ebx
        jmp     .strike
.no:    inc     ebx
        cmp     ebx, 128
        jb      .next
        say     10
        leave_with 0
section .data
a:      dq      1.0, 2.0, 3.0, -4.5, 5.25, 6.0, 0.5, 0.25, 0.125
b:      dq      2.0, 0.0, 1.0, 1.0, 3.5, -1.0, 4.0, 2.0, 0.75
hundred: dd     100.0
words:  dw      300, -20, 7, 7, -1000, 32000, 0, 55
section .bss
cell:   resd    1
sieve:  resb    16
