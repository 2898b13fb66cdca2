; A stack machine with a table of handlers, in a central loop: its program counts primes below LIMIT by trial division, N times.
%ifndef N
%define N 160
%endif
    global _start

LIMIT equ 10000

%assign code 0
%macro opcode 1
%1 equ code
%assign code code + 1
%endmacro
    opcode OP_HALT
    opcode OP_PUSH              ; 32-bit constant
    opcode OP_GET               ; number of a variable
    opcode OP_SET
    opcode OP_ADD
    opcode OP_SUB
    opcode OP_MUL
    opcode OP_MOD
    opcode OP_LESS
    opcode OP_EQUAL
    opcode OP_JUMP              ; distance, 16 bits, from behind the instruction
    opcode OP_JUMPZ
    opcode OP_CALL
    opcode OP_RETURN

%macro push_ 1
    db OP_PUSH
    dd %1
%endmacro
%macro get_ 1
    db OP_GET, %1
%endmacro
%macro set_ 1
    db OP_SET, %1
%endmacro
%macro to 2
    db %1
    dw %2 - ($ + 2)
%endmacro

section .data
bytecode:
    push_ 0
    set_ 0                      ; primes found
    push_ 2
    set_ 1                      ; candidate
candidate:
    get_ 1
    push_ LIMIT
    db OP_LESS
    to OP_JUMPZ, over
    to OP_CALL, is_prime
    get_ 0
    db OP_ADD
    set_ 0
    get_ 1
    push_ 1
    db OP_ADD
    set_ 1
    to OP_JUMP, candidate
over:
    get_ 0
    db OP_HALT
is_prime:
    push_ 2
    set_ 2                      ; divisor
.next:
    get_ 1
    get_ 2
    get_ 2
    db OP_MUL
    db OP_LESS
    to OP_JUMPZ, .try
    push_ 1
    db OP_RETURN
.try:
    get_ 1
    get_ 2
    db OP_MOD
    push_ 0
    db OP_EQUAL
    to OP_JUMPZ, .fails
    push_ 0
    db OP_RETURN
.fails:
    get_ 2
    push_ 1
    db OP_ADD
    set_ 2
    to OP_JUMP, .next

align 8
handlers:
    dq op_halt, op_push, op_get, op_set, op_add, op_sub, op_mul, op_mod
    dq op_less, op_equal, op_jump, op_jumpz, op_call, op_return

section .bss
variables: resq 16
operands:  resq 256
returns:   resq 64

section .text
_start:
    xor r15d, r15d
    mov r14d, N
.again:
    call interpret
    imul r15, r15, 31
    add r15, rax
    dec r14d
    jnz .again
    mov rax, r15
    jmp finish

; runs the bytecode; rax: what is on top of the stack at HALT
interpret:
    push rbx
    push rbp
    push r12
    mov rsi, bytecode           ; instruction pointer
    mov rbx, operands           ; operand stack, rbx points behind its top
    mov rbp, variables
    mov r12, returns
fetch:
    movzx eax, byte [rsi]
    inc rsi
    jmp [handlers + rax*8]

op_push:
    movsxd rax, dword [rsi]
    add rsi, 4
    mov [rbx], rax
    add rbx, 8
    jmp fetch
op_get:
    movzx eax, byte [rsi]
    inc rsi
    mov rax, [rbp + rax*8]
    mov [rbx], rax
    add rbx, 8
    jmp fetch
op_set:
    movzx eax, byte [rsi]
    inc rsi
    sub rbx, 8
    mov rcx, [rbx]
    mov [rbp + rax*8], rcx
    jmp fetch
op_add:
    sub rbx, 8
    mov rax, [rbx]
    add [rbx - 8], rax
    jmp fetch
op_sub:
    sub rbx, 8
    mov rax, [rbx]
    sub [rbx - 8], rax
    jmp fetch
op_mul:
    sub rbx, 8
    mov rax, [rbx - 8]
    imul rax, [rbx]
    mov [rbx - 8], rax
    jmp fetch
op_mod:
    sub rbx, 8
    mov eax, [rbx - 8]
    xor edx, edx
    div dword [rbx]
    mov [rbx - 8], rdx
    jmp fetch
op_less:
    sub rbx, 8
    mov rax, [rbx - 8]
    xor ecx, ecx
    cmp rax, [rbx]
    setl cl
    mov [rbx - 8], rcx
    jmp fetch
op_equal:
    sub rbx, 8
    mov rax, [rbx - 8]
    xor ecx, ecx
    cmp rax, [rbx]
    sete cl
    mov [rbx - 8], rcx
    jmp fetch
op_jump:
    movsx rax, word [rsi]
    lea rsi, [rsi + rax + 2]
    jmp fetch
op_jumpz:
    movsx rax, word [rsi]
    add rsi, 2
    sub rbx, 8
    cmp qword [rbx], 0
    jne fetch
    add rsi, rax
    jmp fetch
op_call:
    movsx rax, word [rsi]
    add rsi, 2
    mov [r12], rsi
    add r12, 8
    add rsi, rax
    jmp fetch
op_return:
    sub r12, 8
    mov rsi, [r12]
    jmp fetch
op_halt:
    mov rax, [rbx - 8]
    pop r12
    pop rbp
    pop rbx
    ret

%include "finish64.inc"
