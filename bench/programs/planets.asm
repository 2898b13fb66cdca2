; Five bodies that attract each other, N steps in double precision: multiplications, a square root and a division a pair.
%ifndef N
%define N 3000000
%endif
    global _start
    default rel

section .data
align 16
; x, y, z, mass · 39.4 (a sun and four planets, in round figures of astronomical units and years)
places:
    dq 0.0, 0.0, 0.0, 39.47
    dq 4.84, -1.16, -0.10, 0.0377
    dq 8.34, 4.12, -0.40, 0.0113
    dq 12.89, -15.11, -0.22, 0.0017
    dq 15.38, -25.92, 0.18, 0.0020
speeds:
    dq 0.0, 0.0, 0.0, 0.0
    dq 0.61, 2.81, -0.02, 0.0
    dq -1.01, 1.82, 0.01, 0.0
    dq 1.08, 0.87, -0.01, 0.0
    dq 0.98, 0.59, -0.03, 0.0
step: dq 0.01

section .text
_start:
    mov r14d, N
    movsd xmm15, [step]
.step:
    lea rsi, [places]
    mov r12d, 4                 ; bodies behind this one
.first:
    lea rdi, [rsi + 32]
    mov r13d, r12d
.second:
    movsd xmm0, [rsi]
    movsd xmm1, [rsi + 8]
    movsd xmm2, [rsi + 16]
    subsd xmm0, [rdi]
    subsd xmm1, [rdi + 8]
    subsd xmm2, [rdi + 16]
    movapd xmm3, xmm0
    mulsd xmm3, xmm0
    movapd xmm4, xmm1
    mulsd xmm4, xmm1
    addsd xmm3, xmm4
    movapd xmm4, xmm2
    mulsd xmm4, xmm2
    addsd xmm3, xmm4            ; distance squared
    sqrtsd xmm4, xmm3
    mulsd xmm4, xmm3
    movsd xmm5, xmm15
    divsd xmm5, xmm4            ; time step / distance cubed
    movsd xmm6, [rdi + 24]
    mulsd xmm6, xmm5
    movsd xmm7, [rsi + 24]
    mulsd xmm7, xmm5
%assign axis 0
%rep 3
    movapd xmm8, xmm %+ axis
    mulsd xmm8, xmm6
    movsd xmm9, [rsi + speeds - places + axis*8]
    subsd xmm9, xmm8
    movsd [rsi + speeds - places + axis*8], xmm9
    movapd xmm8, xmm %+ axis
    mulsd xmm8, xmm7
    addsd xmm8, [rdi + speeds - places + axis*8]
    movsd [rdi + speeds - places + axis*8], xmm8
%assign axis axis + 1
%endrep
    add rdi, 32
    dec r13d
    jnz .second
    add rsi, 32
    dec r12d
    jnz .first

    lea rsi, [places]
    mov ecx, 5
.move:
    movupd xmm0, [rsi + speeds - places]
    movapd xmm1, xmm15
    unpcklpd xmm1, xmm1
    mulpd xmm0, xmm1
    addpd xmm0, [rsi]
    movupd [rsi], xmm0
    movsd xmm0, [rsi + speeds - places + 16]
    mulsd xmm0, xmm15
    addsd xmm0, [rsi + 16]
    movsd [rsi + 16], xmm0
    add rsi, 32
    dec ecx
    jnz .move
    dec r14d
    jnz .step

    lea rsi, [places]
    xor eax, eax
    mov ecx, 20
.fold:
    rol rax, 7
    xor rax, [rsi + rcx*8 - 8]
    dec ecx
    jnz .fold
    jmp finish

%include "finish64.inc"
