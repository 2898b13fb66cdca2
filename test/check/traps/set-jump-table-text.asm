; A switch by a table of distances in .text. exit 0
        default rel
        global _start
        section .text
_start: mov ebx, 2
        lea rdx, [table]
        movsxd rax, dword [rdx+rbx*4]
        add rax, rdx
        jmp rax
        align 4
table:  dd case0 - table, case1 - table, case2 - table
case0:  mov edi, 5
        jmp done
case1:  mov edi, 6
        jmp done
case2:  xor edi, edi
done:   mov eax, 60
        syscall
