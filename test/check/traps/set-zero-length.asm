; write, rep movs and rep stos of length 0 with pointers to the ends. exit 0
        default rel
        global _start
        section .data
a:      db 1, 2, 3
b:      db 4
        section .text
_start: lea rsi, [b+1]
        lea rdi, [a+3]
        xor ecx, ecx
        rep movsb
        rep stosb
        mov eax, 1
        mov edi, 1
        lea rsi, [b+1]
        xor edx, edx
        syscall
        xor edi, edi
        mov eax, 60
        syscall
