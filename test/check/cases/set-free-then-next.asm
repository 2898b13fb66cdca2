; Frees a node and then reads its next field. exit 0
        extern malloc, free
        global main
        section .text
main:   push rbx
        push r12
        sub rsp, 8
        xor ebx, ebx
        mov r12d, 3
.make:  mov edi, 16
        call malloc
        mov [rax], r12
        mov [rax+8], rbx
        mov rbx, rax
        dec r12d
        jnz .make
.next:  test rbx, rbx
        jz .done
        mov rdi, rbx
        call free
        mov rbx, [rbx+8]                ; expect: use-after-free-read
        jmp .next
.done:  xor eax, eax
        add rsp, 8
        pop r12
        pop rbx
        ret
