; One local in a 32-bit frame: undefined until it is written.
bits 32
section .text
global _start
_start:
    push ebp
    mov ebp, esp
    sub esp, 4
    mov dword [ebp-4], 42
    add esp, 4
    pop ebp
    mov eax, 1
    xor ebx, ebx
    int 0x80
