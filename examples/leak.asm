; MISTAKE: the only pointer to a block is overwritten, so nobody can free it any more.
;
; What to see: at exit a leak of 48 bytes is reported, with the line that allocated it.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 48
    call malloc
    mov rbx, rax
    mov qword [rbx], 1
    xor ebx, ebx                ; the last pointer is gone
    xor eax, eax
    pop rbx
    ret
