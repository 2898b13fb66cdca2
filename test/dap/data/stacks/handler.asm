global _start
section .data
action: dq handler, 0x0c000000, restore, 0      ; SA_ONSTACK, SA_RESTORER
stack: dq room
    dd 0, 0
    dq 8192
section .bss
room: resb 8192
section .text
restore:
    mov eax, 15
    syscall
handler:
    push rbp
    mov rbp, rsp
    call inner
    pop rbp
    ret
inner:
    nop ; stop
    ret
raise_it:
    push rbp
    mov rbp, rsp
    mov eax, 39
    syscall
    mov edi, eax
    mov esi, 10
    mov eax, 62
    syscall
    pop rbp
    ret
_start:
    mov rbp, rsp
    mov eax, 131
    mov edi, stack
    xor esi, esi
    syscall
    mov eax, 13
    mov edi, 10
    mov esi, action
    xor edx, edx
    mov r10d, 8
    syscall
    call raise_it
    xor edi, edi
    mov eax, 60
    syscall
