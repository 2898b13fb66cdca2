; A mapping is made in a function and its address forgotten. exit 0
        global _start
        section .text
grab:   xor edi, edi
        mov esi, 8192
        mov edx, 3
        mov r10d, 0x22
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        mov byte [rax], 1
        ret
_start: call grab
        xor eax, eax
        xor edi, edi
        mov eax, 60
        syscall                         ; expect: leak-mapping
