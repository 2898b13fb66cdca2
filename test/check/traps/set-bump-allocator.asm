; A bump allocator on brk, told of by annotations; its blocks are used to the last byte. exit 0
        default rel
        global _start
        section .bss
top:    resq 1
        section .text
; @alloc size=rdi ret=rax
bump:   mov rax, [top]
        test rax, rax
        jnz .have
        push rdi
        xor edi, edi
        mov eax, 12
        syscall
        mov [top], rax
        pop rdi
.have:  push rdi
        add rdi, 15
        and rdi, -16
        add rdi, [top]
        mov eax, 12
        syscall
        pop rdi
        mov rcx, rax
        mov rax, [top]
        mov [top], rcx
        ret
_start: mov edi, 24
        call bump
        mov rbx, rax
        mov qword [rbx+16], 3
        mov edi, 8
        call bump
        mov qword [rax], 4
        mov rdi, [rax]
        sub rdi, 4
        mov eax, 60
        syscall
