; DF is set when libc is called. exit 0
        default rel
        extern puts
        global main
        section .data
hi:     db "x", 0
        section .text
main:   sub rsp, 8
        std
        lea rdi, [hi]
        call puts                       ; expect: direction-flag
        cld
        xor eax, eax
        add rsp, 8
        ret
