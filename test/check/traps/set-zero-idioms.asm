; Registers made known by operations with themselves. exit 0
        global _start
        section .text
_start: sub rsp, 64
        mov rax, [rsp]
        mov rbx, [rsp+8]
        movups xmm0, [rsp+16]
        xor rax, rax
        jnz bad
        sub ebx, ebx
        jnz bad
        mov rcx, [rsp+8]
        cmp rcx, rcx
        jne bad
        mov rdx, [rsp+8]
        clc
        sbb rdx, rdx
        jnz bad
        mov rsi, [rsp+8]
        and rsi, 0
        jnz bad
        or rdi, -1
        pxor xmm0, xmm0
        movq rax, xmm0
        test rax, rax
        jnz bad
        movups xmm1, [rsp+16]
        pcmpeqd xmm1, xmm1
        movd eax, xmm1
        inc eax
        jnz bad
        imul ebx, [rsp+8], 0
        test ebx, ebx
        jnz bad
        movzx r8d, byte [rsp+8]
        shr r8d, 8
        jnz bad
        xor edi, edi
        mov eax, 60
        syscall
bad:    mov edi, 1
        mov eax, 60
        syscall
