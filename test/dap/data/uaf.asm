; Reads a block after it was freed.
extern malloc
extern free
section .text
global main
main:
    push rbx
    mov edi, 64
    call malloc
    mov rbx, rax
    mov qword [rbx], 7
    mov rdi, rbx
    call free
    mov rax, [rbx]
    pop rbx
    xor eax, eax
    ret
