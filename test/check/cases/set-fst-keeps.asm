; fst to memory does not make the register defined. exit 0
        global _start
        section .text
_start: push rbp
        mov rbp, rsp
        sub rsp, 32
        fld qword [rbp-16]
        fst dword [rbp-24]
        fld1
        fcomip st1
        fstp st0
        jb .less                        ; expect: uninit-branch
.less:  xor edi, edi
        mov eax, 60
        syscall
