; Mended: the block is as large as what is stored in it.
;
; What to see: no finding.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 8
    call malloc
    mov rbx, rax
    mov rcx, 0x0807060504030201
    mov [rbx], rcx
    mov rdi, rbx
    call free
    xor eax, eax
    pop rbx
    ret
