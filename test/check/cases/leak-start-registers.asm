; What libc's start-up leaves in registers points to no block, and what the kernel has put on the stack does not either. exit 0
extern malloc
section .text
global main
main:
    push rbx
    mov edi, 8
    call malloc
    mov edi, 4096
    call malloc
    mov ebx, 30
.next:
    mov edi, 100000
    call malloc
    dec ebx
    jnz .next
    xor eax, eax
    pop rbx
    ret                         ; expect: leak-definite
