; States are addresses of code kept in a register; each ends in jmp rbx. exit 0
        default rel
        global _start
        section .data
text:   db "a1b22c", 0
        section .text
_start: lea rsi, [text]
        xor edi, edi
        lea rbx, [letter]
        jmp step
letter: cmp al, '9'
        ja step
        lea rbx, [digit]
        inc edi
        jmp step
digit:  cmp al, '9'
        jbe step
        lea rbx, [letter]
step:   lodsb
        test al, al
        jz .end
        jmp rbx
.end:   sub edi, 2
        mov eax, 60
        syscall
