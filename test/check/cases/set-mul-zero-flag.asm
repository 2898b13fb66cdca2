; ZF after mul says nothing. exit 0
        global _start
        section .text
_start: mov eax, 5
        mov ecx, 0
        mul ecx
        jz .zero                        ; expect: uninit-branch
.zero:  xor edi, edi
        mov eax, 60
        syscall
