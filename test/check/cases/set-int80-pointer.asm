; int 0x80 in 64-bit code with a pointer to the stack. exit 0
        global _start
        section .text
_start: push 'hi'
        mov eax, 4
        mov ebx, 1
        mov rcx, rsp
        mov edx, 2
        int 0x80                        ; expect: syscall-bad-address
        pop rax
        xor edi, edi
        mov eax, 60
        syscall
