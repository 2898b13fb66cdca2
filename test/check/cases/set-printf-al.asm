; printf of a double with al = 0. exit 0
        default rel
        extern printf
        global main
        section .data
fmt:    db "%f", 10, 0
pi:     dq 3.25
        section .text
main:   sub rsp, 8
        lea rdi, [fmt]
        movsd xmm0, [pi]
        xor eax, eax
        call printf                     ; expect: variadic-al
        xor eax, eax
        add rsp, 8
        ret
