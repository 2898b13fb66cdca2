; The most negative number divided by minus one. signal SIGFPE
        global _start
        section .text
_start: mov eax, 0x80000000
        cdq
        mov ecx, -1
        idiv ecx                        ; expect: divide-error
        xor edi, edi
        mov eax, 60
        syscall
