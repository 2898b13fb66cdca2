; Variables right behind an arena of the program's own, and behind its end label. exit 3
section .bss
arena: resb 32
count: resd 1
other: resb 64
other_end:
table: resd 2
section .text
global _start
; @alloc size=32 ret=rax
get:
    mov eax, arena
    ret
; @alloc size=64 ret=rax
get_other:
    lea rax, [rel other]
    ret
_start:
    call get
    inc dword [count]
    call get_other
    lea rcx, [rel table]
    mov dword [rcx], 2
    mov edi, [rcx]
    add edi, [count]
    mov eax, 60
    syscall
