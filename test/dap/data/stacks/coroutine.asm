; two coroutines: one's stack under a label, the other's from malloc
extern malloc, free
global main, first, second
section .bss
first_room: resb 2048
second_room: resb 2048
current: resq 1
back: resq 1
other: resq 1
section .text
resume:                         ; rdi = where the other's stack pointer is kept, rsi = where ours goes
    push rbp
    push rbx
    mov [rsi], rsp
    mov rsp, [rdi]
    pop rbx
    pop rbp
    ret
inner:
    nop ; stop
    ret
first:
    push rbp
    mov rbp, rsp
    call inner
    lea rdi, [rel other]
    lea rsi, [rel current]
    call resume
    ud2
second:
    push rbp
    mov rbp, rsp
    call inner
    lea rdi, [rel back]
    lea rsi, [rel other]
    call resume
    ud2
main:
    push rbp
    mov rbp, rsp
    push rbx
    sub rsp, 8
    lea rax, [rel first_room + 2048 - 32]
    lea rcx, [rel first]
    mov qword [rax], 0
    mov qword [rax+8], 0
    mov [rax+16], rcx
    mov [rel current], rax
    mov edi, 512
    call malloc wrt ..plt
    mov rbx, rax
    add rax, 512 - 32
    lea rcx, [rel second]
    mov qword [rax], 0
    mov qword [rax+8], rbp
    mov [rax+16], rcx
    mov [rel other], rax
    lea rdi, [rel current]
    lea rsi, [rel back]
    call resume
    mov rdi, rbx
    call free wrt ..plt
    xor eax, eax
    add rsp, 8
    pop rbx
    pop rbp
    ret
