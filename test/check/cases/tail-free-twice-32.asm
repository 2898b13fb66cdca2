; 32-bit: a block freed twice through a function that jumps to free. signal SIGABRT
bits 32
global main
extern malloc, free
section .text
release:
        jmp free ; expect: double-free
main:   push ebx
        sub esp, 8
        mov dword [esp], 8
        call malloc
        mov ebx, eax
        mov [esp], ebx
        call release
        mov [esp], ebx
        call release
        xor eax, eax
        add esp, 8
        pop ebx
        ret
