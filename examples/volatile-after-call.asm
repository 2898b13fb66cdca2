; MISTAKE: rax is used after a call, as if it still held the pointer. Every call may change rax.
;
; What to see: the run stops before `mov rbx, [rax]`: volatile-after-call. The text names the block that was meant, where
; it was allocated and where it was freed. Even with the right pointer this would read freed memory.

    default rel
    extern malloc, free
    global main

section .text
main:
    push rbx
    mov edi, 32
    call malloc
    mov qword [rax], 5
    mov rdi, rax
    call free
    mov rbx, [rax]              ; rax is no longer the pointer
    xor eax, eax
    pop rbx
    ret
