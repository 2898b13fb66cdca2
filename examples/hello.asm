; Hello: write a line and exit.
;
; What to see: press F5. The text appears in the terminal; hover `syscall` or the 1 in `mov eax, 1` to see what is called.

section .data
    message db "Hello, memory!", 10
    length  equ $ - message

section .text
    global _start

_start:
    mov eax, 1                  ; write
    mov edi, 1                  ; standard output
    mov rsi, message
    mov edx, length
    syscall

    mov eax, 60                 ; exit
    xor edi, edi
    syscall
