; madvise with its size and its advice in the wrong order; that it fails is looked at. exit 1
section .bss
alignb 4096
buffer: resb 4096
section .text
global _start
_start:
    mov eax, 28
    lea rdi, [rel buffer]
    mov edx, 4096
    mov esi, 4
    syscall                     ; expect: syscall-args
    mov edi, 1
    test rax, rax
    js .end
    xor edi, edi
.end:
    mov eax, 60
    syscall
