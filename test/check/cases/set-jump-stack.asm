; Code is put on the stack and jumped to. signal SIGSEGV
        global _start
        section .text
_start: sub rsp, 16
        mov byte [rsp], 0xc3
        call rsp                        ; expect: exec-nonexec
        xor edi, edi
        mov eax, 60
        syscall
