; Text is used as a pointer: one level of brackets too many. signal SIGSEGV
        default rel
        global _start
        section .data
msg:    db "hello, w"
        section .text
_start: mov rsi, [msg]
        mov al, [rsi]                   ; expect: unmapped-access
        xor edi, edi
        mov eax, 60
        syscall
