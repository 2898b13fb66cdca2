; push of 16 bits, pop of 64. signal SIGSEGV
        global _start
        section .text
save:   push ax
        mov eax, 3
        pop rax
        ret                             ; expect: stack-imbalance, exec-nonexec
_start: mov eax, 7
        call save
        xor edi, edi
        mov eax, 60
        syscall
