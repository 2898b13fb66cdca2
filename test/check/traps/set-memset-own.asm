; An own memset: head, words, tail; called with every length from 0 to 40 on a heap block. exit 0
        extern malloc, free
        global main
        section .text
fill:   mov rcx, rdx
        movzx eax, sil
        mov r8, 0x0101010101010101
        imul rax, r8
        mov rdx, rcx
        shr rcx, 3
        rep stosq
        mov ecx, edx
        and ecx, 7
        rep stosb
        ret
main:   push rbx
        push r12
        sub rsp, 8
        xor r12d, r12d
.next:  mov rdi, r12
        call malloc
        mov rbx, rax
        mov rdi, rax
        mov esi, 7
        mov rdx, r12
        call fill
        mov rdi, rbx
        call free
        inc r12d
        cmp r12d, 40
        jbe .next
        xor eax, eax
        add rsp, 8
        pop r12
        pop rbx
        ret
