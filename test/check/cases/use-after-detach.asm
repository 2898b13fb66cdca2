; signal SIGSEGV
; Shared memory after shmdt.
        default rel
        global _start
        section .text
_start: mov eax, 29
        xor edi, edi
        mov esi, 4096
        mov edx, 0o1600
        syscall
        mov ebx, eax
        mov edi, eax
        xor esi, esi
        xor edx, edx
        mov eax, 30
        syscall
        mov rbp, rax
        mov rdi, rax
        mov eax, 67
        syscall
        mov edi, ebx
        xor esi, esi
        xor edx, edx
        mov eax, 31
        syscall
        mov dword [rbp], 5      ; expect: use-after-unmap
        xor edi, edi
        mov eax, 60
        syscall
