; MISTAKE: the number of munmap is 11. System call 10 is mprotect, which does something else and does not complain.
;
; What to see: syscall-args at the second syscall, and at exit the mapping that was never returned.

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

    mov rdi, rax
    mov rsi, 4096
    mov rax, 10                 ; sys_munmap
    syscall

    mov eax, 60                 ; sys_exit
    xor edi, edi
    syscall
