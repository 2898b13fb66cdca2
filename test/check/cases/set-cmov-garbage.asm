; A maximum by cmov of a value never set is used as an index. exit 0
        default rel
        extern malloc, free
        global main
        section .bss
tab:    resb 512
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        movzx eax, byte [rbx]
        mov ecx, 10
        cmp eax, ecx
        cmovl eax, ecx
        lea rdx, [tab]
        mov byte [rdx+rax], 1           ; expect: uninit-address
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
