global _start
section .text
_start:
    xor ebx, ebx
    mov al, [rbx] ; asmoscope: ignore null-deref
    mov eax, 60
    syscall
