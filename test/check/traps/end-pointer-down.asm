; Walks from the end label downwards before it compares. exit 10
global _start
section .data
arr:    dd 1, 2, 3, 4
arr_e:  dd 77
section .text
_start: mov ebx, arr_e
        xor edi, edi
.l:     sub ebx, 4
        add edi, [rbx]
        cmp ebx, arr
        jne .l
        mov eax, 60
        syscall
