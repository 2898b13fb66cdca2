global _start
section .text
_start:
    xor ebx, ebx
    mov al, [rbx]
    mov eax, 60
    syscall
