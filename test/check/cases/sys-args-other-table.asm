; The number of write for int 0x80, with the registers of syscall: that is stat. exit 0
        default rel
        global _start
        section .data
m:      db "hi", 10
        section .text
_start: mov eax, 4
        mov edi, 1
        lea rsi, [m]
        mov edx, 3
        syscall                 ; expect: syscall-args, syscall-bad-address
        mov eax, 60
        xor edi, edi
        syscall
