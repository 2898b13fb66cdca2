; exit 6
; Variables in a row are cleared and added up from the first one to a label that nothing follows: the length is worked out as
; the program runs, from registers, in either order, and by a pointer that is compared with it.
        global _start

        section .bss
count:  resd 1
total:  resq 1
line:   resb 11
over:

        section .data
odd:    dd 1, 3
even:   dd 2
tables_end:
text:   db "text", 0

        section .text
_start: mov     rdi, count
        mov     rcx, over
        sub     rcx, rdi
        xor     eax, eax
        rep stosb

        lea     rcx, [rel tables_end]
        lea     rsi, [rel odd]
        sub     rcx, rsi
        shr     rcx, 2
.add:   add     eax, [rsi]
        add     rsi, 4
        dec     rcx
        jnz     .add

        mov     rdx, over
        mov     rdi, count
.clear: mov     byte [rdi], 0
        inc     rdi
        cmp     rdi, rdx
        jb      .clear

        mov     edi, eax
        add     edi, [count]
        mov     eax, 60
        syscall
