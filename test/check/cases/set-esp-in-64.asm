; sub esp cuts the stack pointer. signal SIGSEGV
        global _start
        section .text
_start: sub esp, 16                     ; expect: truncated-stack-pointer
        mov dword [rsp], 1              ; expect: unmapped-access
        mov eax, 60
        xor edi, edi
        syscall
