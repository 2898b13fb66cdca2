; Walks argv, environment and the auxiliary vector to its end. exit 0
        global _start
        section .text
_start: mov rdi, [rsp]
        lea rsi, [rsp+8]
        lea rdx, [rsi+rdi*8+8]
.env:   mov rax, [rdx]
        add rdx, 8
        test rax, rax
        jnz .env
.aux:   mov rax, [rdx]
        mov rcx, [rdx+8]
        add rdx, 16
        cmp rax, 6
        jne .more
        mov r8, rcx
.more:  test rax, rax
        jnz .aux
        xor edi, edi
        cmp r8, 4096
        setne dil
        mov eax, 60
        syscall
