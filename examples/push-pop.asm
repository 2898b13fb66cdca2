; Last in, first out.
;
; What to see: the picture "Stack" while you step: two pushes go down, two pops come back in the opposite order, so the
; registers have changed places.

section .text
    global _start

_start:
    mov eax, 1
    mov ebx, 2
    push rax
    push rbx
    pop rax                     ; 2
    pop rbx                     ; 1

    mov eax, 60
    xor edi, edi
    syscall
