; CRC-32 (IEEE 802.3) by a table of 256 words, one byte at a time, over 64 KiB, N times; each round is one call, as zlib's crc32(crc, buffer, length).
%ifndef N
%define N 3000
%endif
    global _start

section .data
length: dq 65536

section .bss
crc_table: resd 256
buffer:    resb 65536

section .text
_start:
    call make_table
    mov rdi, buffer
    mov rcx, [length]
    mov eax, 1
.fill:
    imul eax, eax, 69069
    add eax, 5
    mov edx, eax
    shr edx, 24
    mov byte [rdi], dl
    inc rdi
    loop .fill

    xor ebx, ebx
    mov r12d, N
.round:
    mov edi, ebx
    mov rsi, buffer
    mov rdx, [length]
    call crc32_update
    mov ebx, eax
    dec r12
    jnz .round
    mov eax, ebx
    jmp finish

make_table:
    xor esi, esi
.entry:
    mov eax, esi
    mov ecx, 8
.bit:
    test al, 1
    jz .even
    shr eax, 1
    xor eax, 0xEDB88320
    jmp .next
.even:
    shr eax, 1
.next:
    loop .bit
    mov [crc_table + rsi*4], eax
    inc esi
    cmp esi, 256
    jl .entry
    ret

; edi: CRC so far, rsi: buffer, rdx: its length; gives the new CRC in eax
crc32_update:
    push rbp
    mov rbp, rsp
    mov eax, edi
    not eax
    test rdx, rdx
    jz .done
.byte:
    mov cl, al
    xor cl, [rsi]
    movzx ecx, cl
    shr eax, 8
    xor eax, [crc_table + rcx*4]
    inc rsi
    dec rdx
    jnz .byte
.done:
    not eax
    pop rbp
    ret

%include "finish64.inc"
