; A table of functions with contexts in registers, called through memory. exit 0
        default rel
        global _start
        section .data
ops:    dq plus, 1, minus, 2, 0
        section .text
plus:   add rax, rdi
        ret
minus:  sub rax, rdi
        ret
_start: lea rbx, [ops]
        xor eax, eax
.next:  cmp qword [rbx], 0
        je .end
        mov rdi, [rbx+8]
        call [rbx]
        add rbx, 16
        jmp .next
.end:   lea edi, [rax+1]
        mov eax, 60
        syscall
