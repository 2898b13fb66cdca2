; ret at _start. signal SIGSEGV
        global _start
        section .text
_start: mov eax, 1
        xor ebx, ebx
        ret                             ; expect: ret-from-entry, null-jump
