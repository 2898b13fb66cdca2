; strlen eight aligned bytes at a time over a block of 13 bytes. exit 0
        extern malloc, free, memcpy
        default rel
        global main
        section .rodata
text:   db "twelve bytes", 0
        section .text
len8:   mov rax, rdi
        mov r8, 0x0101010101010101
        mov r9, 0x8080808080808080
.next:  mov rcx, [rax]
        mov rdx, rcx
        sub rcx, r8
        not rdx
        and rcx, rdx
        and rcx, r9
        jnz .found
        add rax, 8
        jmp .next
.found: bsf rcx, rcx
        shr rcx, 3
        add rax, rcx
        sub rax, rdi
        ret
main:   push rbx
        mov edi, 13
        call malloc
        mov rbx, rax
        mov rdi, rax
        lea rsi, [text]
        mov edx, 13
        call memcpy
        mov rdi, rbx
        call len8
        sub eax, 12
        push rax
        sub rsp, 8
        mov rdi, rbx
        call free
        add rsp, 8
        pop rax
        pop rbx
        ret
