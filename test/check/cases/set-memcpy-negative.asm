; The length of a copy is the difference of two pointers the wrong way round. signal SIGSEGV
        default rel
        extern memcpy
        global main
        section .bss
a:      resb 64
b:      resb 64
        section .text
main:   sub rsp, 8
        lea rdi, [a]
        lea rsi, [b]
        mov rdx, rdi
        sub rdx, rsi
        call memcpy                     ; expect: bad-size-arg, unmapped-access
        xor eax, eax
        add rsp, 8
        ret
