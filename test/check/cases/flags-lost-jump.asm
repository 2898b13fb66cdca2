; The same behind a jump. exit 0
        global _start
_start: mov eax, 3
        mov ecx, 5
        imul eax, ecx
        jmp .far
.near:  mov eax, 60
        xor edi, edi
        syscall
.far:   js .near                ; expect: uninit-branch
        jmp .near
