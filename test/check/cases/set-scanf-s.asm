; scanf %s into a variable that is too small. exit 0
; input: incomprehensibilities
        default rel
        extern scanf
        global main
        section .data
fmt:    db "%s", 0
        section .bss
word_:  resb 8
rest:   resb 64
        section .text
main:   sub rsp, 8
        lea rdi, [fmt]
        lea rsi, [word_]
        xor eax, eax
        call scanf                      ; expect: global-overflow-write
        xor eax, eax
        add rsp, 8
        ret
