; A text without its zero byte goes on into one with a name of its own. exit 0
        global main
        extern puts, strlen, printf
        section .data
first:  db "Augusta Ada"
second: db "Lovelace", 0
fmt:    db "%lu", 10, 0
        section .text
main:   sub  rsp, 8
        mov  edi, second
        call puts
        mov  edi, first
        call puts ; expect: global-overflow-read
        mov  edi, first
        call strlen ; expect: global-overflow-read
        mov  rsi, rax
        mov  edi, fmt
        xor  eax, eax
        call printf
        add  rsp, 8
        xor  eax, eax
        ret
