; munmap of a pointer into the middle, of a length beyond the mapping; then the rest is used. signal SIGSEGV
        global _start
        section .text
_start: xor edi, edi
        mov esi, 12288
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        mov rbx, rax
        lea rdi, [rbx+4096]
        mov esi, 4096
        mov eax, 11
        syscall
        mov byte [rbx+100], 1
        mov byte [rbx+5000], 1          ; expect: use-after-unmap, partial-unmap
        xor edi, edi
        mov eax, 60
        syscall
