; A loop of 32-bit code in registers: N rounds of adding, shifting and exclusive or.
%ifndef N
%define N 100000000
%endif
    bits 32
    global _start

section .text
_start:
    mov ecx, N
    mov eax, 1
    mov ebx, 2463534242
    xor edx, edx
.round:
    mov esi, ebx
    shl esi, 13
    xor ebx, esi
    mov esi, ebx
    shr esi, 17
    xor ebx, esi
    add eax, ebx
    adc edx, 7
    dec ecx
    jnz .round
    xor eax, edx
    jmp finish

%include "finish32.inc"
