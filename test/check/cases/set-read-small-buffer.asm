; read is told a length larger than the buffer. exit 0
; input: hello
        default rel
        global _start
        section .bss
buf:    resb 16
len:    resq 1
        section .text
_start: xor eax, eax
        xor edi, edi
        lea rsi, [buf]
        mov edx, 64
        syscall                         ; expect: syscall-bad-address
        xor edi, edi
        mov eax, 60
        syscall
