; A pointer to a local of a function that has returned decides the exit status: one bug, one error. exit 0
global _start
section .text
make:   push rbp
        mov rbp, rsp
        sub rsp, 32
        mov dword [rbp-16], "abcd"
        lea rax, [rbp-16]
        leave
        ret
clear:  push rbp
        mov rbp, rsp
        sub rsp, 32
        mov qword [rbp-8], 0
        mov qword [rbp-16], 0
        leave
        ret
_start: call make
        mov rbx, rax
        call clear
        cmp byte [rbx], "a" ; expect: stack-use-after-return
        sete dil
        movzx edi, dil
        mov eax, 60
        syscall ; expect: uninit-value
