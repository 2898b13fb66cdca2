; free of a local. signal SIGABRT
        extern free
        global main
        section .text
main:   push rbp
        mov rbp, rsp
        sub rsp, 64
        lea rdi, [rbp-48]
        call free                       ; expect: invalid-free
        xor eax, eax
        leave
        ret
