; exit 0
; More is written than the variable has: what stands behind it is given away.
        default rel
        global _start
        section .data
msg:    db "hello", 10
after:  dd 77
        section .text
_start: mov eax, 1
        mov edi, 1
        lea rsi, [msg]
        mov edx, 8
        syscall                 ; expect: syscall-bad-address
        mov eax, 1
        mov edi, 1
        lea rsi, [after]
        mov edx, 100
        syscall                 ; expect: syscall-bad-address
        xor edi, edi
        mov eax, 60
        syscall
