; Mended: 11 is munmap.
;
; What to see: the mapping disappears from the memory map; no finding.

section .text
    global _start

_start:
    xor edi, edi
    mov esi, 4096
    mov edx, 3
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    mov eax, 9                  ; sys_mmap
    syscall
    test rax, rax
    js .exit

    mov rdi, rax
    mov rsi, 4096
    mov rax, 11                 ; sys_munmap
    syscall
.exit:
    mov eax, 60                 ; sys_exit
    xor edi, edi
    syscall
