; The error result of read as an index: what lies that far before the buffer is read-only. signal SIGSEGV
        default rel
        global _start
        section .bss
b:      resb 64
        section .text
_start: xor eax, eax
        mov edi, 55
        lea rsi, [b]
        mov edx, 64
        syscall
        lea rcx, [b]
        mov byte [rcx+rax], 0           ; expect: unchecked-syscall-error
        mov eax, 60
        xor edi, edi
        syscall
