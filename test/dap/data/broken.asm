section .text
global _start
_start:
    mov rax,
    mvo rbx, 1
    mov [rax], 5
