; One way out of a function does not free. exit 0
        extern malloc, free
        global main
        section .text
try:    push rbx
        mov edi, 100
        call malloc
        mov rbx, rax
        test rax, rax
        jz .out
        mov byte [rbx], 1
        cmp byte [rbx], 1
        je .out
        mov rdi, rbx
        call free
.out:   xor eax, eax
        pop rbx
        ret
main:   sub rsp, 8
        call try
        xor eax, eax
        add rsp, 8
        ret                             ; expect: leak-definite
