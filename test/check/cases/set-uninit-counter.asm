; A counter in a register that a call has left is used as an index. signal SIGSEGV
        default rel
        extern getpid
        global main
        section .bss
cells:  resb 64
        section .text
main:   sub rsp, 8
        mov ecx, 3
        call getpid
        lea rdx, [cells]
        mov byte [rdx+rcx], 1           ; expect: volatile-after-call, unmapped-access
        xor eax, eax
        add rsp, 8
        ret
