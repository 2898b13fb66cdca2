; A store to nowhere that a handler of the program takes: a note. exit 1
        default rel
        extern signal, exit, puts
        global main
        section .data
m:      db "caught", 0
        section .text
hdl:    sub rsp, 8
        lea rdi, [m]
        call puts
        mov edi, 1
        call exit
main:   sub rsp, 8
        mov edi, 11
        lea rsi, [hdl]
        call signal
        mov rax, 0x700000000000
        mov dword [rax], 1      ; expect: unmapped-access
        xor eax, eax
        add rsp, 8
        ret
