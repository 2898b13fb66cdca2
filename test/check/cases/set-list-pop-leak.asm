; A list whose head is stepped on without keeping the node: the first node is lost. exit 0
        default rel
        extern malloc, free
        global main
        section .bss
head:   resq 1
        section .text
cons:   ; rdi value
        push rbx
        mov rbx, rdi
        mov edi, 16
        call malloc
        mov [rax], rbx
        mov rcx, [head]
        mov [rax+8], rcx
        mov [head], rax
        pop rbx
        ret
main:   sub rsp, 8
        mov edi, 1
        call cons
        mov edi, 2
        call cons
        mov rax, [head]
        mov rax, [rax+8]
        mov [head], rax
        mov rdi, rax
        call free
        mov qword [head], 0
        xor eax, eax
        add rsp, 8
        ret                             ; expect: leak-definite
