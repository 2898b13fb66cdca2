; A short variable is read as a word: behind it lie zeros of an `align`. exit 7
global _start
section .data
short_: db 7, 0
        align 4, db 0
next:   dd 8
section .text
_start: mov edi, [short_]
        cmp dword [next], 8
        jne .bad
        mov eax, 60
        syscall
.bad:   ud2
