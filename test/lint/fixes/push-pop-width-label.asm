; exit 0
; The instruction stands behind its label on one line, and that stays.
global _start
section .text
f:      push ax
        mov al, 1
        pop rcx
        ret
_start: call f
        mov eax, 60
        xor edi, edi
        syscall
