; Comparing and searching stop where the answer is known, so a text may lack its zero byte. exit 0
        default rel
        extern malloc, free, strcmp, strchr, strspn, strcspn, strpbrk
        global main
        section .data
ab:     db "ab", 0
        section .text
main:   push rbx
        mov edi, 4
        call malloc
        mov rbx, rax
        mov dword [rbx], "abcd"
        mov rdi, rbx
        lea rsi, [ab]
        call strcmp
        mov rdi, rbx
        mov esi, 'c'
        call strchr
        mov rdi, rbx
        lea rsi, [ab]
        call strspn
        mov rdi, rbx
        lea rsi, [ab]
        call strcspn
        mov rdi, rbx
        lea rsi, [ab]
        call strpbrk
        mov rdi, rbx
        call free
        xor eax, eax
        pop rbx
        ret
