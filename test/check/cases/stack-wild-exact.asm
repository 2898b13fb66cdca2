; signal SIGBUS
; An address of 61 bits is told to the last one.
        global _start
        section .text
_start: mov rsp, 0x1234567812345679     ; expect: stack-pointer-wild
        push rax                        ; expect: unmapped-access
        mov eax, 60
        xor edi, edi
        syscall
