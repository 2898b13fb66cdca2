; A global still points to the block. exit 0
        default rel
        extern malloc
        global main
        section .bss
keep:   resq 1
        section .text
main:   sub rsp, 8
        mov edi, 32
        call malloc
        mov [keep], rax
        xor eax, eax
        add rsp, 8
        ret                             ; expect: leak-reachable
