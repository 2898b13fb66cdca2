; rdx holds a large number when div comes: the quotient does not fit. signal SIGFPE
        global _start
        section .text
_start: mov rdx, 1000
        mov eax, 100
        mov rcx, 7
        div rcx                         ; expect: divide-error
        xor edi, edi
        mov eax, 60
        syscall
