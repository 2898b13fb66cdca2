; strcat of a buffer onto its own middle. exit 0
        default rel
        extern memcpy
        global main
        section .data
text:   db "0123456789abcdef"
        section .text
main:   sub rsp, 8
        lea rsi, [text]
        lea rdi, [text+4]
        mov edx, 8
        call memcpy                     ; expect: overlap-copy
        xor eax, eax
        add rsp, 8
        ret
