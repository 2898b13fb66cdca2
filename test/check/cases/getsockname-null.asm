; accept wants no address where it is 0, getsockname has to have one. exit 14
global _start
section .data
length: dd 16
section .text
_start:
    mov eax, 41
    mov edi, 2
    mov esi, 1
    xor edx, edx
    syscall
    mov edi, eax
    mov eax, 51
    xor esi, esi
    mov edx, length
    syscall ; expect: syscall-bad-address
    mov edi, eax
    neg edi
    mov eax, 60
    syscall
