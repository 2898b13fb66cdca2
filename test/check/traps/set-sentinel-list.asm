; A list whose end is a node in .data, and which is freed by walking. exit 0
        default rel
        extern malloc, free
        global main
        section .data
nil:    dq 0, nil
        section .text
main:   push rbx
        push r12
        push r13
        lea rbx, [nil]
        mov r12d, 5
.make:  mov edi, 16
        call malloc
        mov [rax], r12
        mov [rax+8], rbx
        mov rbx, rax
        dec r12d
        jnz .make
        lea r13, [nil]
.free:  cmp rbx, r13
        je .done
        mov rdi, rbx
        mov rbx, [rbx+8]
        call free
        jmp .free
.done:  xor eax, eax
        pop r13
        pop r12
        pop rbx
        ret
