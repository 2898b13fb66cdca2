; exit 0
; Two texts in a row, written by one call.
        default rel
        global _start
        section .data
hello:  db "Hello "
world:  db "World", 10
        section .text
_start: mov eax, 1
        mov edi, 1
        lea rsi, [hello]
        mov edx, 12
        syscall
        xor edi, edi
        mov eax, 60
        syscall
