; A polynomial on the x87 stack, with fxch, fcompp, fnstsw and sahf. exit 0
        default rel
        global _start
        section .data
x:      dq 3.0
want:   dd 10
        section .text
_start: fld qword [x]
        fmul st0, st0
        fld1
        fxch st1
        faddp st1, st0
        fild dword [want]
        fcompp
        fnstsw ax
        sahf
        setne dil
        movzx edi, dil
        mov eax, 60
        syscall
