; Mended: first read, then free, then forget the pointer.
;
; What to see: no finding, and nothing leaks.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 32
    call malloc
    mov rbx, rax
    mov qword [rbx], 5
    mov rdx, [rbx]
    mov rdi, rbx
    call free
    xor ebx, ebx
    xor eax, eax
    pop rbx
    ret
