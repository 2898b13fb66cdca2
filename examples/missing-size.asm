; MISTAKE: a store that does not say how many bytes it writes.
;
; What to see: the editor underlines the line: "operation size not specified". The light bulb offers the sizes that fit.
; missing-size-mended.asm has the mended line.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 16
    call malloc
    mov rbx, rax
    mov [rbx], 0xCAFEBABE       ; 1, 2, 4 or 8 bytes? NASM cannot know
    mov rdi, rbx
    call free
    xor eax, eax
    pop rbx
    ret
