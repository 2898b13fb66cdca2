; MISTAKE: eight bytes are stored in a block of two.
;
; What to see: heap-overflow-write: 6 of the 8 bytes lie past the end of the block. The picture "Heap" marks it.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 2
    call malloc
    mov rbx, rax
    mov rcx, 0x0807060504030201
    mov [rbx], rcx              ; 6 bytes too many
    mov rdi, rbx
    call free
    xor eax, eax
    pop rbx
    ret
