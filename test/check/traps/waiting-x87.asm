; The assembler puts a wait in front of these, which the CPU takes for an instruction of its own. exit 0
global _start
section .bss
state resb 128
section .text
_start:
    finit
    fld1
    fsave [state]
    fstsw ax
    fstcw [state]
    fclex
    fstenv [state]
    mov eax, 60
    xor edi, edi
    syscall
