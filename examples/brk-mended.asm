; Mended: the amount is a quadword.
;
; What to see: stop at the second syscall and press F10: the heap in the picture and in scope "Heap" is 4096 bytes larger.
; Press step back: it is as it was.

section .data
    amount  dq 4096

section .text
    global _start

_start:
    mov rax, 12                 ; brk
    xor rdi, rdi                ; 0 asks for the current break
    syscall

    mov rbx, rax
    add rbx, [amount]

    mov rax, 12
    mov rdi, rbx
    syscall                     ; the break moves up by one page

    mov qword [rbx - 8], 7      ; the last quadword of the new memory

    mov rax, 60
    xor rdi, rdi
    syscall
