; A buffer with holes that is too short, at either end. exit 0
        extern malloc, free
        global main
main:   push rbx
        mov edi, 8
        call malloc
        mov rbx, rax
        mov dword [rbx], "xxxx"
        mov word [rbx+6], "xx"
        mov eax, 1
        mov edi, 1
        mov rsi, rbx
        mov edx, 9
        syscall                 ; expect: uninit-syscall, syscall-bad-address
        mov eax, 1
        mov edi, 1
        lea rsi, [rbx-1]
        mov edx, 5
        syscall                 ; expect: syscall-bad-address
        mov dword [rbx+4], "xxxx"
        mov eax, 1
        mov edi, 1
        mov rsi, rbx
        mov edx, 9
        syscall                 ; expect: syscall-bad-address
        mov eax, 1
        mov edi, 1
        lea rsi, [rbx-1]
        mov edx, 9
        syscall                 ; expect: syscall-bad-address
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
