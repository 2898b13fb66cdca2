; A timer's handler amid a loop, and a child beside its parent.
default rel
global _start
section .data
every   dq 0, 0, 0, 20                  ; one signal after 20 µs
action  dq handler, 0x04000000, restorer, 0
section .bss
caught  resd 1
word_   resd 1

section .text
handler:
    mov eax, edi
    mov [caught], edi
    ret
restorer:
    mov eax, 15                         ; rt_sigreturn
    syscall

_start:
    mov eax, 13                         ; rt_sigaction
    mov edi, 14
    lea rsi, [action]
    xor edx, edx
    mov r10d, 8
    syscall
    mov eax, 38                         ; setitimer
    xor edi, edi
    lea rsi, [every]
    xor edx, edx
    syscall
    mov edi, 1
wait_:
    inc rdi
    cmp dword [caught], 0
    je wait_
    mov dword [word_], 4
    mov r12d, 5
    mov eax, 57                         ; fork
    syscall
    mov ebx, eax
    test eax, eax
    jz child
    mov dword [word_], 6
    mov eax, 24                         ; sched_yield
    syscall
    mov eax, [word_]
    mov eax, 60
    xor edi, edi
    syscall
child:
    mov ebx, 77
    add r12d, 1
    mov ecx, [word_]
    mov dword [word_], 7
    mov eax, 24
    syscall
    mov eax, 60
    syscall
