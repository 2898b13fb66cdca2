; An interpreter: a stack machine that counts to N, dispatching each operation through a table of addresses.
%ifndef N
%define N 20000000
%endif
    global _start

%define OP_PUSH 0
%define OP_ADD 1
%define OP_XOR 2
%define OP_DUP 3
%define OP_LOAD 4
%define OP_STORE 5
%define OP_LOOP 6
%define OP_HALT 7

section .rodata
align 8
operations: dq do_push, do_add, do_xor, do_dup, do_load, do_store, do_loop, do_halt
program:
    db OP_LOAD, 0
    db OP_DUP
    db OP_PUSH, 77
    db OP_ADD
    db OP_XOR
    db OP_LOAD, 1
    db OP_ADD
    db OP_STORE, 1
    db OP_LOAD, 0
    db OP_PUSH, 1
    db OP_ADD
    db OP_STORE, 0
    db OP_LOOP, program - after_loop
after_loop:
    db OP_HALT

section .bss
cells: resq 4
values: resq 64

section .text
%macro next 0
    movzx eax, byte [rsi]
    inc rsi
    jmp [r8 + rax*8]
%endmacro

_start:
    lea rsi, [rel program]
    lea rdi, [rel values]       ; one past the top of the machine's stack
    lea r8, [rel operations]
    lea r9, [rel cells]
    mov r10d, N
    next
do_push:
    movzx eax, byte [rsi]
    inc rsi
    mov [rdi], rax
    add rdi, 8
    next
do_add:
    mov rax, [rdi - 8]
    sub rdi, 8
    add [rdi - 8], rax
    next
do_xor:
    mov rax, [rdi - 8]
    sub rdi, 8
    xor [rdi - 8], rax
    next
do_dup:
    mov rax, [rdi - 8]
    mov [rdi], rax
    add rdi, 8
    next
do_load:
    movzx eax, byte [rsi]
    inc rsi
    mov rax, [r9 + rax*8]
    mov [rdi], rax
    add rdi, 8
    next
do_store:
    movzx eax, byte [rsi]
    inc rsi
    sub rdi, 8
    mov rdx, [rdi]
    mov [r9 + rax*8], rdx
    next
do_loop:
    movsx rax, byte [rsi]
    inc rsi
    dec r10
    jz .over
    add rsi, rax
.over:
    next
do_halt:
    mov rax, [r9 + 8]
    jmp finish

%include "finish64.inc"
