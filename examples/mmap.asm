; MISTAKE: mmap gets its arguments one register off: the length in rsi is right, but flags (r10) were never set.
;
; What to see: the report says that mmap fails with EINVAL and why, and that the -22 in rax is then used as an address.

section .text
    global _start

_start:
    mov rdi, 0
    mov rsi, 4096
    mov rdx, 3                  ; protection: read and write
    mov rax, 9                  ; mmap
    syscall

    mov qword [rax], 42         ; rax is -EINVAL, no address

    mov rax, 60
    xor rdi, rdi
    syscall
