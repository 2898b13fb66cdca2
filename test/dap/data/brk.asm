; The break moves up by one page and is given back by nobody.
section .data
increment dq 0x1000

section .text
global _start
_start:
    mov rax, 12
    xor rdi, rdi
    syscall             ; where is the break?

    mov rbx, rax
    add rbx, [increment]

    mov rax, 12
    mov rdi, rbx
    syscall             ; a page higher

    mov rax, 60
    xor rdi, rdi
    syscall
