; Factorials as long numbers: N times the product 1·2·…·160 in 64-bit limbs, by mul, add and adc.
%ifndef N
%define N 60000
%endif
    global _start

section .bss
limbs: resq 32

section .text
_start:
    xor r15d, r15d              ; checksum
    mov r14d, N
.round:
    lea rdi, [rel limbs]
    xor eax, eax
    mov ecx, 32
    rep stosq
    lea rsi, [rel limbs]
    mov qword [rsi], 1
    mov r13d, 2                 ; the next factor
    mov r12d, 1                 ; limbs in use
.factor:
    xor ebx, ebx                ; carry
    xor ecx, ecx
.limb:
    mov rax, [rsi + rcx*8]
    mul r13
    add rax, rbx
    adc rdx, 0
    mov [rsi + rcx*8], rax
    mov rbx, rdx
    inc ecx
    cmp ecx, r12d
    jb .limb
    test rbx, rbx
    jz .same_length
    mov [rsi + rcx*8], rbx
    inc r12d
.same_length:
    inc r13d
    cmp r13d, 160
    jbe .factor
    mov ecx, r12d
.fold:
    rol r15, 5
    add r15, [rsi + rcx*8 - 8]
    dec ecx
    jnz .fold
    dec r14d
    jnz .round
    mov rax, r15
    jmp finish

%include "finish64.inc"
