; A local is tested before it was ever set. exit 0
        global main
        extern puts
        section .text
main:   push rbp
        mov rbp, rsp
        sub rsp, 32
        cmp dword [rbp-20], 5
        je .five                        ; expect: uninit-branch
        xor eax, eax
        leave
        ret
.five:  xor eax, eax
        leave
        ret
