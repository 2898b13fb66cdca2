; A function returns the address of its buffer. exit 0
        default rel
        extern puts
        global main
        section .text
name:   push rbp
        mov rbp, rsp
        sub rsp, 16
        mov rax, 'hello'
        mov [rbp-16], rax
        lea rax, [rbp-16]
        leave
        ret
main:   push rbx
        call name
        movzx eax, byte [rax]           ; expect: stack-use-after-return
        xor eax, eax
        pop rbx
        ret
