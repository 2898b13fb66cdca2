; Reads a line and writes it back.
section .bss
line resb 64
section .text
global _start
_start:
    xor eax, eax
    xor edi, edi
    lea rsi, [rel line]
    mov edx, 64
    syscall
    mov edx, eax
    mov eax, 1
    mov edi, 1
    lea rsi, [rel line]
    syscall
    mov eax, 60
    xor edi, edi
    syscall
