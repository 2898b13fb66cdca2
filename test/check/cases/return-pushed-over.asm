; The frame is given up before its last pushes, which lie over the return address. signal SIGSEGV
section .text
global _start
sum:
    push rbp
    mov rbp, rsp
    lea rsp, [rbp + 16]
    push 1
    push 2
    mov rsp, rbp
    pop rbp
    ret                         ; expect: return-address-overwritten, null-jump
_start:
    call sum
    mov edi, eax
    mov eax, 60
    syscall
