; A function aligns rsp and gives back another value. signal SIGSEGV
        global _start
        section .text
work:   push rbp
        mov rbp, rsp
        and rsp, -64
        sub rsp, 64
        mov qword [rsp], 1
        add rsp, 64
        pop rbp
        ret                             ; expect: stack-imbalance, null-jump
_start: call work
        xor edi, edi
        mov eax, 60
        syscall
