; Two calls on one line of the source, and code that is written while the program runs.
%macro both 2
    call %1
    call %2
%endmacro

section .text
global _start
_start:
    mov edi, 5
    both double, increment
    mov ebx, eax
    mov eax, 9              ; mmap one page, readable, writable, executable
    xor edi, edi
    mov esi, 4096
    mov edx, 7
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    syscall
    mov byte [rax], 0x90    ; nop
    mov byte [rax+1], 0xc3  ; ret
    call rax
    mov edi, ebx
    mov eax, 60
    syscall

double:
    lea eax, [rdi+rdi]
    ret

increment:
    inc eax
    ret
