; A fill that goes down runs off the stack: no recursion. signal SIGSEGV
        default rel
        global _start
        section .text
_start: std
        sub rsp, 64
        mov rdi, rsp
        mov ecx, 0x200000
        xor eax, eax
        rep stosq               ; expect: unmapped-access
        cld
        mov eax, 60
        syscall
