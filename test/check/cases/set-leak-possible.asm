; Only a pointer into the middle is left. exit 0
        default rel
        extern malloc
        global main
        section .bss
mid:    resq 1
        section .text
main:   sub rsp, 8
        mov edi, 32
        call malloc
        add rax, 8
        mov [mid], rax
        xor eax, eax
        add rsp, 8
        ret                             ; expect: leak-possible
