; main calls f1 calls f2 calls f3; f2 keeps no frame pointer.
section .data
count dd 3
section .text
global _start
_start:
    push rbp
    mov rbp, rsp
    call f1
    mov edi, eax
    mov eax, 60
    syscall

f1:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov dword [rbp-4], 1
    call f2
    leave
    ret

f2:
    sub rsp, 24
    mov qword [rsp+8], 2
    call f3
    add rsp, 24
    ret

f3:
    push rbp
    mov rbp, rsp
    mov eax, [rel count]
    pop rbp
    ret
