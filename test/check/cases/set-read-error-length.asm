; The error of read is used as a length. exit 0
        default rel
        global _start
        section .bss
buf:    resb 32
        section .text
_start: xor eax, eax
        mov edi, 77
        lea rsi, [buf]
        mov edx, 32
        syscall
        mov rdx, rax
        mov eax, 1
        mov edi, 1
        lea rsi, [buf]
        syscall                         ; expect: unchecked-syscall-error, syscall-bad-address
        xor edi, edi
        mov eax, 60
        syscall
