; Functions that jump into each other, even and odd. exit 0
        global _start
        section .text
even:   test edi, edi
        jz .yes
        dec edi
        jmp odd
.yes:   xor eax, eax
        ret
odd:    test edi, edi
        jz .no
        dec edi
        jmp even
.no:    mov eax, 1
        ret
_start: mov edi, 1000
        call even
        mov edi, eax
        mov eax, 60
        syscall
