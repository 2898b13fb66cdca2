; Two coroutines that give control to each other, on stacks of their own in .bss. exit 0
        default rel
        global _start
        section .bss
        alignb 16
stack2: resb 4096
stack2_end:
other:  resq 1
count:  resq 1
        section .text
yield:  push rbx
        push rbp
        push r12
        xchg rsp, [other]
        pop r12
        pop rbp
        pop rbx
        ret
worker: mov ebx, 3
.next:  inc qword [count]
        call yield
        dec ebx
        jmp .next
_start: lea rax, [stack2_end-32]
        lea rcx, [worker]
        mov qword [rax], 0
        mov qword [rax+8], 0
        mov qword [rax+16], 0
        mov [rax+24], rcx
        mov [other], rax
        mov ebp, 5
.again: call yield
        dec ebp
        jnz .again
        mov rdi, [count]
        sub rdi, 5
        mov eax, 60
        syscall
