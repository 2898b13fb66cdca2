; Mended: `dword` says that four bytes are written.
;
; What to see: it assembles; after the store the Memory view at rbx shows BE BA FE CA, low byte first.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 16
    call malloc
    mov rbx, rax
    mov dword [rbx], 0xCAFEBABE
    mov rdi, rbx
    call free
    xor eax, eax
    pop rbx
    ret
