; A union: written as bytes, read as a word; the rest of it is never looked at. exit 0
        global _start
        section .text
_start: push rbp
        mov rbp, rsp
        sub rsp, 32
        mov byte [rbp-32], 1
        mov byte [rbp-31], 2
        mov byte [rbp-30], 0
        mov byte [rbp-29], 0
        mov eax, [rbp-32]
        cmp eax, 0x201
        jne .bad
        mov rcx, [rbp-32]
        mov [rbp-16], rcx
        cmp dword [rbp-16], 0x201
        jne .bad
        xor edi, edi
        mov eax, 60
        syscall
.bad:   mov edi, 1
        mov eax, 60
        syscall
