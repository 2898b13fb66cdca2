; What is read goes over several labels, whose distance is the count. exit 0
global _start
section .bss
header: resb 14
info:   resb 40
pixels: resb 24
pixels_end:
first:  resb 8
second: resb 8
both    equ third - first
third:  resb 8
section .text
_start:
    xor eax, eax
    xor edi, edi
    mov esi, header
    mov edx, pixels - header
    syscall
    xor eax, eax
    xor edi, edi
    lea rsi, [rel info]
    mov edx, pixels_end - info
    syscall
    xor eax, eax
    xor edi, edi
    mov esi, first
    mov edx, both
    syscall
    mov edi, eax
    mov eax, 60
    syscall
