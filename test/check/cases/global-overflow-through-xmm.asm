; A pointer that was kept in a vector register still belongs to its array. exit 0
global _start
section .bss
a:      resq 4
b:      resq 4
section .text
_start: mov rdi, a
        movq xmm3, rdi
        xor edi, edi
        mov ebx, 20
.again: movq rsi, xmm3
        mov ecx, 4
        mov qword [rsi+rcx*8], 1 ; expect: global-overflow-write
        dec ebx
        jnz .again
        mov eax, 60
        syscall
