; A jump by a flag that mul leaves undefined, many instructions later. exit 0
        global _start
_start: mov eax, 3
        mov ecx, 5
        mul ecx
        nop
        nop
        nop
        nop
        nop
        nop
        nop
        nop
        nop
        nop
        jz .x                   ; expect: uninit-branch
.x:     mov eax, 60
        xor edi, edi
        syscall
