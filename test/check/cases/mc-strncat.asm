; A text appended to its own middle, and calloc with a negative size. exit 0
        default rel
        extern strncat, calloc, free
        global main
        section .data
text:   db "abcdefghijklmnopqrstuvwxyz", 0
        times 40 db 0
        section .text
main:   sub rsp, 8
        lea rdi, [text+20]
        lea rsi, [text]
        mov edx, 21
        call strncat                    ; expect: overlap-copy
        xor edi, edi
        mov rsi, -1
        call calloc                     ; expect: bad-size-arg
        mov rdi, rax
        call free
        xor eax, eax
        add rsp, 8
        ret
