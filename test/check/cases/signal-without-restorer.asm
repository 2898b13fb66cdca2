; A handler without SA_RESTORER: Linux takes it, and cannot enter it. signal SIGSEGV
global _start
section .data
act: dq handler
     dq 0
     dq 0
     dq 0
section .text
handler:
    ret
_start:
    mov eax, 13
    mov edi, 10
    mov rsi, act
    xor edx, edx
    mov r10d, 8
    syscall ; expect: syscall-args
    mov eax, 39
    syscall
    mov edi, eax
    mov esi, 10
    mov eax, 62
    syscall
    mov eax, 60
    xor edi, edi
    syscall
