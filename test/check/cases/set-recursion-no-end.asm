; A recursion that never ends. signal SIGSEGV
        global _start
        section .text
down:   sub rsp, 1024
        call down                       ; expect: stack-exhausted
        add rsp, 1024
        ret
_start: call down
        xor edi, edi
        mov eax, 60
        syscall
