; Standard input has nothing: where it should go is not looked at. exit 0
global _start
section .text
_start:
    xor eax, eax
    xor edi, edi
    mov esi, 0x5000
    mov edx, 10
    syscall ; expect: syscall-bad-address
    xor eax, eax
    xor edi, edi
    xor esi, esi
    mov edx, 10
    syscall ; expect: syscall-bad-address
    mov edi, eax
    mov eax, 60
    syscall
