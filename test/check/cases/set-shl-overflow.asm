; OF after a shift by more than one says nothing. exit 0
        global _start
        section .text
_start: mov eax, 0x1234
        shl eax, 3
        seto bl
        test bl, bl
        jnz .over                       ; expect: uninit-branch
.over:  xor edi, edi
        mov eax, 60
        syscall
