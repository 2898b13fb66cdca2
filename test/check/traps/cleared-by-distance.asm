; exit 0
; Several variables cleared at once: the count is the distance from the first to the last and its size.
        default rel
        global _start
        section .bss
state:  resd 1
counter: resd 1
table:  resb 40
lastbyte: resb 1
        section .text
_start: lea rdi, [state]
        mov ecx, lastbyte + 1 - state
        xor eax, eax
        rep stosb
        mov edi, [counter]
        mov eax, 60
        syscall
