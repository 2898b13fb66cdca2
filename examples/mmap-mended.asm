; Mended: all six arguments, and a look at the result.
;
; What to see: the picture "Memory map": a new mapping of one page appears after the first syscall and is gone after munmap.

PROT_READ       equ 1
PROT_WRITE      equ 2
MAP_PRIVATE     equ 2
MAP_ANONYMOUS   equ 0x20

section .text
    global _start

_start:
    xor edi, edi                            ; anywhere
    mov esi, 4096
    mov edx, PROT_READ | PROT_WRITE
    mov r10d, MAP_PRIVATE | MAP_ANONYMOUS
    mov r8, -1                              ; no file
    xor r9d, r9d
    mov eax, 9                              ; mmap
    syscall
    test rax, rax
    js .failed                              ; -errno is negative

    mov qword [rax], 42

    mov rdi, rax
    mov esi, 4096
    mov eax, 11                             ; munmap
    syscall
    xor edi, edi
    jmp .exit
.failed:
    mov edi, 1
.exit:
    mov eax, 60
    syscall
