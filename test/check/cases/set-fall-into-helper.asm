; The program does not exit, and runs into the function behind it. signal SIGSEGV
        global _start
        section .text
_start: mov eax, 1
        mov edi, 1
        xor esi, esi
        xor edx, edx
        syscall                         ; expect: fall-off-end
