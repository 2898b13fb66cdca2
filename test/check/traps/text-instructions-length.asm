; exit 6
; The same with lengths, straight from short variables.
        default rel
        global _start
        section .data
hay:    db "abcdefghij"
ndl:    db "gh"
        section .text
_start: movdqu xmm0, [ndl]
        mov eax, 2
        mov edx, 10
        pcmpestri xmm0, [hay], 12
        mov edi, ecx
        mov eax, 60
        syscall
