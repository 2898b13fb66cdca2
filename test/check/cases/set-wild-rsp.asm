; rsp is loaded from a variable that holds a number. signal SIGSEGV
        default rel
        global _start
        section .data
stack:  dq 0x1000
        section .text
_start: mov rsp, [stack]                ; expect: stack-pointer-wild
        push rax                        ; expect: null-deref
        mov eax, 60
        syscall
