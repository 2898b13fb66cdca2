; rep stosq clears more than the buffer. exit 0
        default rel
        global _start
        section .bss
buf:    resb 64
state:  resq 4
        section .text
_start: lea rdi, [buf]
        mov ecx, 9
        xor eax, eax
        rep stosq                       ; expect: global-overflow-write
        xor edi, edi
        mov eax, 60
        syscall
