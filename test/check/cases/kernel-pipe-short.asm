; pipe's two descriptors into one. exit 0
global _start
section .bss
fds:    resd 1
more:   resq 1
section .text
_start: mov eax, 22
        mov edi, fds
        syscall ; expect: syscall-bad-address
        mov eax, 60
        xor edi, edi
        syscall
