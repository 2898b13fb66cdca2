; A constant in .text is changed. signal SIGSEGV
        default rel
        global _start
        section .text
_start: inc dword [count]               ; expect: write-to-readonly
        xor edi, edi
        mov eax, 60
        syscall
count:  dd 0
