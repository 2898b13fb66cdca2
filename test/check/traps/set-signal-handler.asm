; A handler counts SIGUSR1 on its own; registers of the interrupted code come back. exit 0
        default rel
        global _start
        section .data
        align 8
act:    dq handler, 0x04000000, restorer, 0
count:  dq 0
        section .text
handler:
        inc qword [count]
        ret
restorer:
        mov eax, 15
        syscall
_start: mov eax, 13
        mov edi, 10
        lea rsi, [act]
        xor edx, edx
        mov r10d, 8
        syscall
        mov eax, 39
        syscall
        mov r12d, eax
        mov eax, 62
        mov edi, r12d
        mov esi, 10
        syscall
        mov rdi, [count]
        dec edi
        mov eax, 60
        syscall
