; The result of a failed open is used as an address. signal SIGSEGV
        default rel
        global _start
        section .rodata
name:   db "/no/such/file", 0
        section .text
_start: mov eax, 2
        lea rdi, [name]
        xor esi, esi
        xor edx, edx
        syscall
        mov rbx, rax
        mov al, [rbx]                   ; expect: unchecked-syscall-error
        xor edi, edi
        mov eax, 60
        syscall
