; A cyclic redundancy check (CRC-32, polynomial 0xedb88320) by table over 64 KiB, N times, and beside it one byte at a time by bits.
%ifndef N
%define N 2500
%endif
    global _start

%define SIZE 65536

section .bss
align 16
table: resd 256
buffer: resb SIZE

section .text
_start:
    lea rdi, [rel table]
    xor ecx, ecx
.entry:
    mov eax, ecx
    mov edx, 8
.bit:
    shr eax, 1
    jnc .even
    xor eax, 0xedb88320
.even:
    dec edx
    jnz .bit
    mov [rdi + rcx*4], eax
    inc ecx
    cmp ecx, 256
    jb .entry

    lea rsi, [rel buffer]
    xor ecx, ecx
    mov eax, 12345
.fill:
    imul eax, eax, 1103515245
    add eax, 12345
    mov edx, eax
    shr edx, 16
    mov [rsi + rcx], dl
    inc ecx
    cmp ecx, SIZE
    jb .fill

    mov eax, -1
    mov r14d, N
.round:
    xor ecx, ecx
.byte:
    movzx edx, byte [rsi + rcx]
    xor dl, al
    shr eax, 8
    xor eax, [rdi + rdx*4]
    inc rcx
    cmp rcx, SIZE
    jne .byte
    dec r14d
    jnz .round
    not eax
    jmp finish

%include "finish64.inc"
