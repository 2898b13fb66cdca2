; write is called with 4, which is stat in 64 bits. exit 0
        default rel
        global _start
        section .rodata
text:   db "hi", 10
        section .text
_start: mov eax, 4
        mov edi, 1
        lea rsi, [text]
        mov edx, 3
        syscall                         ; expect: syscall-args, syscall-bad-address
        xor edi, edi
        mov eax, 60
        syscall
