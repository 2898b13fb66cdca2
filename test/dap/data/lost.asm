; Three blocks: one is lost, one is freed, one is kept.
default rel
extern malloc
extern free
section .bss
kept: resq 1
section .text
global main
main:
    push rbx
    mov edi, 24
    call malloc
    mov rbx, rax
    mov edi, 32
    call malloc
    mov [kept], rax
    mov edi, 40
    call malloc
    mov rdi, rax
    call free
    mov rbx, 5
    xor eax, eax
    nop
    pop rbx
    ret
