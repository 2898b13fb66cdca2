; exit 0
; A record read at once into labels that one length measures.
        default rel
        global _start
        section .bss
id:     resd 1
kind:   resw 1
nm:     resb 10
rec_len equ $ - id
rest:   resb 4
        section .text
; input: abcdefghijklmnop
_start: xor eax, eax
        xor edi, edi
        lea rsi, [id]
        mov edx, rec_len
        syscall
        xor edi, edi
        mov eax, 60
        syscall
