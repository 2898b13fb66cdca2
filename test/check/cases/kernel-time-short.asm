; time into four bytes. exit 0
global _start
section .bss
t:      resd 1
n:      resb 9
section .text
_start: mov eax, 201
        mov edi, t
        syscall ; expect: syscall-bad-address
        mov eax, 60
        xor edi, edi
        syscall
