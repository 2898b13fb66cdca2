; Behind the last system call lie bytes that are no instruction. signal SIGILL
        global _start
        section .text
_start: mov  eax, 1
        mov  edi, 1
        mov  esi, msg
        mov  edx, len
        syscall ; expect: fall-off-end
msg:    db 6, "bye", 10
len     equ $-msg
