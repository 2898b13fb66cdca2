; strcpy onto its own tail. exit 0
        default rel
        extern strcpy
        global main
        section .data
text:   db "abcdefgh", 0
        times 16 db 0
        section .text
main:   sub rsp, 8
        lea rdi, [text+3]
        lea rsi, [text]
        call strcpy                     ; expect: overlap-copy
        xor eax, eax
        add rsp, 8
        ret
