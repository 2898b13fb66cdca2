; free of a variable. signal SIGABRT
        default rel
        extern free
        global main
        section .data
        align 16
thing:  dq 1, 2, 3, 4
        section .text
main:   sub rsp, 8
        lea rdi, [thing+16]
        call free                       ; expect: invalid-free
        xor eax, eax
        add rsp, 8
        ret
