; Four letters without a zero byte are read on by strlen. exit 0
        extern malloc, free, strlen
        global main
        section .text
main:   push rbx
        mov edi, 4
        call malloc
        mov rbx, rax
        mov dword [rax], 'abcd'
        mov rdi, rax
        call strlen                     ; expect: heap-overflow-read
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
