; Atomic instructions on a counter and a spin lock that is free. exit 0
        default rel
        global _start
        section .data
lock_:  dd 0
count:  dq 0
        section .text
_start: mov ebx, 3
.again: mov eax, 1
        xchg eax, [lock_]
        test eax, eax
        jz .have
        pause
        jmp .again
.have:  mov eax, 5
        lock xadd [count], rax
        mov dword [lock_], 0
        dec ebx
        jnz .again
        mov rax, 15
        mov rcx, 100
        lock cmpxchg [count], rcx
        setne dil
        movzx edi, dil
        mov eax, 60
        syscall
