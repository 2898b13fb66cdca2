; Mended: what was allocated is freed.
;
; What to see: at exit 1 allocation, 1 free, nothing in use.

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
    mov rdi, rbx
    call free
    xor ebx, ebx
    xor eax, eax
    pop rbx
    ret
