; exit 0
; Members of a structure under labels of their own, of several sizes: a function gets the first one's address. Three numbers
; and the one behind them are taken as a vector.
        global  _start

        section .data
year:   dw 2024
month:  db 5
day:    db 6
        align 16
point:  dd 1.0, 2.0, 3.0
pad:    dd 0

        section .text
packed: movzx   eax, word [rdi]
        shl     eax, 8
        or      al, [rdi + 2]
        shl     eax, 8
        or      al, [rdi + 3]
        ret

_start: lea     rdi, [rel year]
        call    packed
        lea     edi, [rax - ((2024 << 16) | (5 << 8) | 6)]
        movaps  xmm0, [point]
        movmskps ecx, xmm0
        add     edi, ecx
        mov     eax, 60
        syscall
