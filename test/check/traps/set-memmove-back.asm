; A move backwards with std over overlapping ranges, and cld again. exit 0
        default rel
        global _start
        section .data
buf:    db "abcdef", 0, 0
        section .text
_start: lea rsi, [buf+5]
        lea rdi, [buf+7]
        mov ecx, 6
        std
        rep movsb
        cld
        mov al, [buf+2]
        movzx edi, al
        sub edi, 'a'
        mov eax, 60
        syscall
