; A copy of a string in a block without room for the zero byte. exit 0
        default rel
        extern malloc, free, strlen, strcpy, puts
        global main
        section .rodata
text:   db "twelve bytes", 0
        section .text
dup:    push rbx
        push r12
        sub rsp, 8
        mov rbx, rdi
        call strlen
        mov rdi, rax
        call malloc
        mov r12, rax
        mov rdi, rax
        mov rsi, rbx
        call strcpy                     ; expect: heap-overflow-write
        mov rax, r12
        add rsp, 8
        pop r12
        pop rbx
        ret
main:   push rbx
        lea rdi, [text]
        call dup
        mov rbx, rax
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
