; A buffer of which only half was set goes to puts' cousin write. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        mov edi, 8
        call malloc
        mov rbx, rax
        mov dword [rbx], 'abcd'
        mov eax, 1
        mov edi, 1
        mov rsi, rbx
        mov edx, 8
        syscall                         ; expect: uninit-syscall
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
