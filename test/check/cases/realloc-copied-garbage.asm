; realloc copies what malloc has left unset: that is where it comes from, not what realloc has added. exit 0
extern malloc, realloc, free
global main
section .text
main:
    push rbx
    mov edi, 16
    call malloc wrt ..plt
    mov rdi, rax
    mov esi, 64
    call realloc wrt ..plt
    mov rbx, rax
    cmp dword [rbx+8], 1
    je .next                        ; expect: uninit-branch
.next:
    cmp dword [rbx+40], 1
    je .end                         ; expect: uninit-branch
.end:
    mov rdi, rbx
    call free wrt ..plt
    xor eax, eax
    pop rbx
    ret
