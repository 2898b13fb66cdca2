; An index that was never set. exit 0
        default rel
        extern malloc
        global main
        section .bss
tab:    resq 8
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rcx, [rax]
        and ecx, 7
        lea rdx, [tab]
        mov rax, [rdx+rcx*8]            ; expect: uninit-address
        xor eax, eax
        pop rbx
        ret                             ; expect: leak-definite
