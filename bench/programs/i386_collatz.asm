; The Collatz rule from every number below N until 1, 32-bit code: sums how many steps that takes.
%ifndef N
%define N 700000
%endif
    bits 32
    global _start

section .text
_start:
    xor edi, edi
    mov esi, 1
.number:
    mov eax, esi
    xor ecx, ecx
.step:
    cmp eax, 1
    je .done
    inc ecx
    test al, 1
    jnz .odd
    shr eax, 1
    jmp .step
.odd:
    lea eax, [eax + eax*2 + 1]
    jmp .step
.done:
    rol edi, 1
    add edi, ecx
    inc esi
    cmp esi, N
    jb .number
    mov eax, edi
    jmp finish

%include "finish32.inc"
