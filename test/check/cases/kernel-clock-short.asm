; A timespec of two 32-bit numbers in a 64-bit program. exit 0
global _start
section .bss
sec:    resd 1
nsec:   resd 1
other:  resd 4
section .text
_start: mov eax, 228
        xor edi, edi
        mov esi, sec
        syscall ; expect: syscall-bad-address
        mov eax, 60
        xor edi, edi
        syscall
