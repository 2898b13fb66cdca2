; rep stosb over a buffer of 32 bytes with a count of 48. signal SIGSEGV
        global _start
        section .text
clear:  push rbp
        mov rbp, rsp
        sub rsp, 32
        lea rdi, [rbp-32]
        mov ecx, 48
        xor eax, eax
        rep stosb                       ; expect: stack-buffer-overflow-write
        mov rsp, rbp
        pop rbp
        ret                             ; expect: return-address-overwritten, null-jump
_start: call clear
        xor edi, edi
        mov eax, 60
        syscall
