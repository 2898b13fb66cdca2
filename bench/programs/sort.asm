; Quicksort of N numbers, recursive, with frames: comparisons, swaps and calls.
%ifndef N
%define N 3000000
%endif
    global _start
    default rel

section .bss
align 8
numbers: resd N

section .text
_start:
    lea rdi, [numbers]
    mov eax, 42
    xor ecx, ecx
.fill:
    imul eax, eax, 1664525
    add eax, 1013904223
    mov edx, eax
    shr edx, 3
    mov [rdi + rcx*4], edx
    inc ecx
    cmp ecx, N
    jb .fill
    lea rsi, [rdi + (N - 1)*4]
    call quicksort
    lea rdi, [numbers]
    xor eax, eax
    xor ecx, ecx
.fold:
    mov edx, [rdi + rcx*4]
    rol rax, 3
    add rax, rdx
    inc ecx
    cmp ecx, N
    jb .fold
    jmp finish

; rdi: first, rsi: last number of the part to sort
quicksort:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov rax, rsi
    sub rax, rdi
    jle .done
    shr rax, 3
    mov r8d, [rdi + rax*4]      ; the one in the middle
    mov [rbp - 8], rsi
    mov r9, rdi                 ; from below
    mov r10, rsi                ; from above
.below:
    cmp [r9], r8d
    jae .above
    add r9, 4
    jmp .below
.above:
    cmp [r10], r8d
    jbe .both
    sub r10, 4
    jmp .above
.both:
    cmp r9, r10
    ja .parts
    mov eax, [r9]
    mov edx, [r10]
    mov [r10], eax
    mov [r9], edx
    add r9, 4
    sub r10, 4
    cmp r9, r10
    jbe .below
.parts:
    mov [rbp - 16], r9
    mov rsi, r10
    call quicksort
    mov rdi, [rbp - 16]
    mov rsi, [rbp - 8]
    call quicksort
.done:
    leave
    ret

%include "finish64.inc"
