; exit 0
; An offset from the first member meets no member: a byte of two of them, and what stands behind a table.
        global  _start

        section .data
year:   dw 2024
month:  db 5
day:    db 6
table:  dd 1, 2
guard:  dd 3

        section .text
_start: lea     rdi, [rel year]
        mov     ax, [rdi + 1]           ; expect: global-overflow-read
        mov     ax, [rdi + 2]           ; expect: global-overflow-read
        lea     rsi, [rel table]
        mov     eax, [rsi + 8]          ; expect: global-overflow-read
        mov     eax, 60
        xor     edi, edi
        syscall
