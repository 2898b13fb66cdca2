; exit 10
; A structure whose first element and whose bytes have labels of their own: the name says that they are one.
        default rel
        global _start

        section .data
x_struct: dd 4
x_num:  db 1, 2, 3, 4
y_struct: dd 3
y_num:  db 5, 6, 7

        section .text
_start: lea     rsi, [x_struct]
        mov     ecx, [rsi]
        add     rsi, 4
        xor     edi, edi
.more:  movzx   eax, byte [rsi]
        add     edi, eax
        inc     rsi
        dec     ecx
        jnz     .more
        mov     eax, 60
        syscall
