; Adds the numbers of an array; the rest of the program lies in other files.
%include "parts/print.inc"

extern finish

section .data
numbers dd 3, 5, 7, 11
count   equ ($ - numbers) / 4
title   db "sum", 10
title_len equ $ - title

section .bss
total resq 1

section .text
global _start
_start:
    print title, title_len
    xor eax, eax
    xor ecx, ecx

.next:
    add eax, [numbers+rcx*4]
    inc ecx
    cmp ecx, count
    jb .next

    mov [total], rax
    mov rdi, rax
    jmp finish
