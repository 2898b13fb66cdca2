; Pointers whose lowest bit is a flag, in memory and in registers. exit 0
        default rel
        extern malloc, free
        global main
        section .bss
root:   resq 1
        section .text
main:   push rbx
        mov edi, 16
        call malloc
        mov qword [rax], 11
        or rax, 1
        mov [root], rax
        mov rbx, [root]
        test bl, 1
        jz .plain
        and rbx, -2
        mov qword [rbx+8], 5
        mov rax, [root]
        cmp qword [rax-1], 11
        jne .plain
.plain: mov rdi, [root]
        and rdi, ~1
        call free
        mov qword [root], 0
        xor eax, eax
        pop rbx
        ret
