; Counts up for ever.
section .bss
counter resq 1
section .text
global _start
_start:
    xor ecx, ecx
again:
    inc rcx
    mov [counter], rcx
    jmp again
