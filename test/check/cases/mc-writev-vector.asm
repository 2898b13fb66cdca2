; The vector of writev itself: missing, not set, with a buffer nobody can have. exit 0
        default rel
        extern malloc, free
        global main
        section .bss
iov:    resq 4
        section .data
s0:     db "hello "
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov rbx, rax
        mov eax, 20
        mov edi, 1
        xor esi, esi
        mov edx, 2
        syscall                 ; expect: syscall-bad-address
        mov eax, 20
        mov edi, 1
        mov rsi, -1
        mov edx, 2
        syscall                 ; expect: syscall-bad-address
        mov eax, 20
        mov edi, 1
        mov rsi, rbx
        mov edx, 1
        syscall                 ; expect: uninit-syscall
        lea rax, [s0]
        mov [iov], rax
        mov qword [iov+8], 6
        mov qword [iov+16], -1
        mov qword [iov+24], 6
        mov eax, 20
        mov edi, 1
        lea rsi, [iov]
        mov edx, 2
        syscall                 ; expect: syscall-bad-address
        mov eax, 20
        mov edi, 1
        lea rsi, [iov]
        mov rdx, -1
        syscall                 ; expect: syscall-args
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
