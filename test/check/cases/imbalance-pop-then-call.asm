; A pop too many, and a call before the ret: what returned in between is not the one that is wrong. signal SIGSEGV
section .text
global _start
one:
    mov eax, 1
    ret
two:
    push rbx
    mov ebx, 5
    pop rbx
    pop rcx                     ; the return address
    call one
    ret                         ; expect: stack-imbalance, null-jump
_start:
    call two
    mov edi, eax
    mov eax, 60
    syscall
