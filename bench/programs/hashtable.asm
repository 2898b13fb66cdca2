; Counts N random keys of 262,144 in a hash table of 524,288 slots with linear probing: memory met in no order.
%ifndef N
%define N 15000000
%endif
%define SLOTS (1 << 19)
    global _start

section .bss
keys:   resq SLOTS              ; 0 = free
counts: resd SLOTS

section .text
_start:
    mov r12d, N
    mov rbx, 88172645463325252
.next:
    mov rax, rbx                ; xorshift
    shl rax, 13
    xor rbx, rax
    mov rax, rbx
    shr rax, 7
    xor rbx, rax
    mov rax, rbx
    shl rax, 17
    xor rbx, rax
    mov rdi, rbx
    and edi, 0x3ffff
    inc rdi
    call count
    dec r12d
    jnz .next

    xor eax, eax
    xor ecx, ecx
.sum:
    mov edx, [counts + rcx*4]
    imul rdx, rcx
    add rax, rdx
    inc ecx
    cmp ecx, SLOTS
    jb .sum
    jmp finish

; count(rdi: key)
count:
    push rbx
    mov rax, rdi
    mov rbx, 0x9e3779b97f4a7c15
    imul rax, rbx
    shr rax, 45
.probe:
    mov rdx, [keys + rax*8]
    test rdx, rdx
    jz .new
    cmp rdx, rdi
    je .hit
    inc eax
    and eax, SLOTS - 1
    jmp .probe
.new:
    mov [keys + rax*8], rdi
.hit:
    inc dword [counts + rax*4]
    pop rbx
    ret

%include "finish64.inc"
