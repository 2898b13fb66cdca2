; Products of 2048-bit numbers, schoolbook: N times x := low half of x * y, y := y + high half, by mul, add and adc.
%ifndef N
%define N 500000
%endif
    global _start
    default rel

LIMBS equ 32

section .bss
align 16
x:       resq LIMBS
y:       resq LIMBS
product: resq 2*LIMBS

section .text
_start:
    ; x and y from a simple generator
    lea rdi, [x]
    mov rax, 0x9e3779b97f4a7c15
    mov rdx, 0xbf58476d1ce4e5b9
    mov ecx, 2*LIMBS
.seed:
    imul rax, rdx
    add rax, 0x12345
    mov [rdi], rax
    add rdi, 8
    loop .seed

    mov ebp, N
.round:
    lea rdi, [product]
    lea rsi, [x]
    lea rdx, [y]
    mov ecx, LIMBS
    call multiply

    ; the low half goes to x, the high half is added to y
    lea rdi, [x]
    lea rsi, [product]
    mov ecx, LIMBS
    rep movsq
    lea rdi, [y]
    lea rsi, [product + LIMBS*8]
    mov ecx, LIMBS
    call accumulate
    or qword [x], 1
    dec ebp
    jnz .round

    xor eax, eax
    xor ecx, ecx
    lea rsi, [x]
.fold:
    rol rax, 9
    add rax, [rsi + rcx*8]
    inc ecx
    cmp ecx, 2*LIMBS
    jne .fold
    jmp finish

; multiply(rdi: result of 2*rcx limbs, rsi, rdx: factors of rcx limbs)
multiply:
    push rbx
    push rbp
    push r12
    push r13
    mov r8, rdi
    mov r9, rdx
    mov r10, rcx
    push rcx
    shl rcx, 1
    xor eax, eax
    rep stosq
    pop rcx
    xor ebx, ebx                ; limb of the first factor
.outer:
    mov rbp, [rsi + rbx*8]
    xor r11d, r11d              ; limb of the second factor
    xor r12d, r12d              ; carry
    lea rdi, [r8 + rbx*8]
.inner:
    mov rax, [r9 + r11*8]
    mul rbp
    add rax, r12
    adc rdx, 0
    add [rdi + r11*8], rax
    adc rdx, 0
    mov r12, rdx
    inc r11
    cmp r11, r10
    jb .inner
    mov [rdi + r10*8], r12
    inc rbx
    cmp rbx, r10
    jb .outer
    pop r13
    pop r12
    pop rbp
    pop rbx
    ret

; accumulate(rdi: sum, rsi: summand, rcx: limbs): the carry lives in CF all through the loop
accumulate:
    xor edx, edx                ; also clears CF
.limb:
    mov rax, [rsi + rdx*8]
    adc [rdi + rdx*8], rax
    lea rdx, [rdx + 1]
    dec rcx
    jnz .limb
    ret

%include "finish64.inc"
