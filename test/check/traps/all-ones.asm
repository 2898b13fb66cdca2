; `or reg, -1` sets a register that a call has destroyed, and one that was never set. exit 2
        default rel
        extern puts
        global main
        section .rodata
text:   db "x", 0
        section .text
main:   sub rsp, 8
        lea rdi, [text]
        call puts
        or r8d, -1
        or rcx, -1
        sub rcx, r8
        xor eax, eax
        cmp r8d, -1
        sete al
        cmp rcx, -1
        setne cl
        add al, cl
        movzx eax, al
        add rsp, 8
        ret
