; exit 13
; Behind the bytes of a structure the next structure is another object.
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
        inc     ecx
        add     rsi, 4
        xor     edi, edi
.more:  movzx   eax, byte [rsi]         ; expect: global-overflow-read
        add     edi, eax
        inc     rsi
        dec     ecx
        jnz     .more
        mov     eax, 60
        syscall
