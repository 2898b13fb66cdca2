; hlt is not for programs. signal SIGSEGV
        global _start
        section .text
_start: cli                             ; expect: illegal-instruction
        xor edi, edi
        mov eax, 60
        syscall
