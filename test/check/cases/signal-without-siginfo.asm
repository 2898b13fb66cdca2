; A handler without SA_SIGINFO reads what the kernel has not written. exit 5
global _start
section .data
align 8
action: dq handler, 0x04000000, back, 0
section .text
handler:
        mov rdi, [rsi + 16]
        and edi, 0
        test qword [rsi + 24], 1
        jz .end ; expect: uninit-branch
.end:   mov edi, 5
        mov eax, 60
        syscall
back:   mov eax, 15
        syscall
_start: mov eax, 13
        mov edi, 10
        mov rsi, action
        xor edx, edx
        mov r10d, 8
        syscall
        mov eax, 39
        syscall
        mov edi, eax
        mov esi, 10
        mov eax, 62
        syscall
        ud2
