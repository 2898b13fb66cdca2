; main calls puts with rsp 8 off. exit 0
        default rel
        extern puts
        global main
        section .data
hi:     db "hi", 0
        section .text
main:   lea rdi, [hi]
        call puts                       ; expect: misaligned-call
        xor eax, eax
        ret
