; The same frame in 64-bit code: registers are 8 bytes wide, and the exit call has another number.
;
; What to see: the picture "Stack": each push moves rsp down by 8; the saved rbp is where the frame chain begins.

section .text
    global _start

_start:
    push rbp
    mov rbp, rsp
    sub rsp, 16                 ; keeps rsp a multiple of 16

    mov qword [rbp-8], 7

    mov rsp, rbp                ; or: leave
    pop rbp

    mov eax, 60                 ; exit
    xor edi, edi
    syscall
