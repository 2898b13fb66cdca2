; accept on a socket that was never told to listen; that it fails is looked at. exit 1
section .text
global _start
_start:
    mov eax, 41
    mov edi, 1                  ; AF_UNIX
    mov esi, 1                  ; SOCK_STREAM
    xor edx, edx
    syscall
    mov edi, eax
    mov eax, 43
    xor esi, esi
    xor edx, edx
    syscall                     ; expect: syscall-args
    mov edi, 1
    test rax, rax
    js .end
    xor edi, edi
.end:
    mov eax, 60
    syscall
