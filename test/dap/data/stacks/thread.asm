extern pthread_create, pthread_join, sched_yield
global main
section .bss
handle: resq 1
section .text
busy:
    sub rsp, 8
    call sched_yield wrt ..plt
    add rsp, 8
    ret
inner:
    nop ; stop
    ret
worker:
    push rbp
    mov rbp, rsp
    call inner
    pop rbp
    xor eax, eax
    ret
make:
    sub rsp, 8
    lea rdi, [rel handle]
    xor esi, esi
    lea rdx, [rel worker]
    mov ecx, 4
    call pthread_create wrt ..plt
    add rsp, 8
    ret
main:
    push rbp
    mov rbp, rsp
    call make
    call busy
    mov rdi, [rel handle]
    xor esi, esi
    call pthread_join wrt ..plt
    xor eax, eax
    pop rbp
    ret
