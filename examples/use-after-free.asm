; MISTAKE: memory is read after it was given back. On a real machine this often works by luck.
;
; What to see: the run stops before the last load: use-after-free-read, with the lines of malloc and of free.

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
    mov rdi, rbx
    call free
    mov rdx, [rbx]              ; the block is not ours any more
    xor eax, eax
    pop rbx
    ret
