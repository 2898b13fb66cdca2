; The life of a heap block: allocate, use, free.
;
; What to see: step with F10 and watch the picture "Heap": the block appears after malloc, is live, and turns to freed.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx                    ; rbx survives calls: a good place for a pointer (and the push aligns rsp)
    mov edi, 64
    call malloc
    test rax, rax
    jz .done
    mov rbx, rax
    mov dword [rbx], 0xDEADBEEF
    mov rdi, rbx
    call free
.done:
    xor eax, eax
    pop rbx
    ret
