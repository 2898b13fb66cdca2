; Mended: what is still needed is read before the block is freed.
;
; What to see: no finding; rbx is 5 when the block is gone.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 32
    call malloc
    mov qword [rax], 5
    mov rbx, [rax]
    mov rdi, rax
    call free
    xor eax, eax
    pop rbx
    ret
