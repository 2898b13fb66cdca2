; Quicksort of N 64-bit numbers, recursive, what the recursion needs saved by push and pop; the partition swaps from both ends.
%ifndef N
%define N 4000000
%endif
    global _start

section .bss
array: resq N

section .text
_start:
    mov rdi, array
    mov rcx, N
    mov rax, 88172645463325252
.fill:
    mov rdx, rax                ; xorshift
    shl rdx, 13
    xor rax, rdx
    mov rdx, rax
    shr rdx, 7
    xor rax, rdx
    mov rdx, rax
    shl rdx, 17
    xor rax, rdx
    stosq
    loop .fill

    mov rdi, array
    xor esi, esi
    mov rdx, N - 1
    call quicksort

    mov rsi, array
    mov rcx, N
    xor ebx, ebx
.sum:
    lodsq
    rol rbx, 7
    xor rbx, rax
    loop .sum
    mov rax, rbx
    jmp finish

; quicksort(rdi: array, rsi: first index, rdx: last index), signed
quicksort:
    cmp rsi, rdx
    jge .done
    push rbx
    push r12
    push r13
    mov r12, rsi
    mov r13, rdx
    call partition
    mov rbx, rax
    mov rsi, r12
    mov rdx, rbx
    call quicksort
    lea rsi, [rbx + 1]
    mov rdx, r13
    call quicksort
    pop r13
    pop r12
    pop rbx
.done:
    ret

; Hoare's partition: rax the last index of the left part
partition:
    lea rax, [rsi + rdx]
    shr rax, 1
    mov rcx, [rdi + rax*8]      ; pivot
    dec rsi
    inc rdx
.left:
    inc rsi
    cmp [rdi + rsi*8], rcx
    jl .left
.right:
    dec rdx
    cmp [rdi + rdx*8], rcx
    jg .right
    cmp rsi, rdx
    jge .split
    mov r8, [rdi + rsi*8]
    xchg r8, [rdi + rdx*8]
    mov [rdi + rsi*8], r8
    jmp .left
.split:
    mov rax, rdx
    ret

%include "finish64.inc"
