; exit 0
; A text without a zero byte is read on into text behind it, but not across numbers and zeros.
        global _start
        section .data
name:   db "abc"
table:  dd 1, 2, 3
room:   times 60 db 0
letter: db "x"
        db 1, 2, 3
        section .text
_start: lea rsi, [rel name]
        mov al, [rsi + 40]      ; expect: global-overflow-read
        mov ecx, 4
        mov al, [rsi + rcx]     ; expect: global-overflow-read
        mov eax, 60
        xor edi, edi
        syscall
