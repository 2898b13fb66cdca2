; enter's locals read before they are set. exit 0
global _start
section .text
g:      enter 64, 0
        mov qword [rbp-16], 9
        leave
        ret
f:      enter 16, 0
        mov eax, [rbp-16]
        test eax, eax
        jz .z ; expect: uninit-branch
        inc eax
.z:     leave
        ret
_start: call g
        call f
        mov eax, 60
        xor edi, edi
        syscall
