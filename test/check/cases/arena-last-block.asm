; A write past the last block of an arena of the program's own, into the variable behind it. exit 0
section .bss
arena: resb 32
count: resd 1
section .text
global _start
; @alloc size=32 ret=rax
get:
    mov eax, arena
    ret
_start:
    call get
    mov dword [rax + 32], 7     ; expect: heap-overflow-write
    mov eax, 60
    xor edi, edi
    syscall
