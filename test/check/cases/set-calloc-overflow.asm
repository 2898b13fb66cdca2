; calloc of a product that does not fit. signal SIGSEGV
        extern calloc
        global main
        section .text
main:   sub rsp, 8
        mov rdi, 0x2000000000000001
        mov esi, 16
        call calloc                     ; expect: bad-size-arg
        mov [rax], rax                  ; expect: null-deref
        xor eax, eax
        add rsp, 8
        ret
