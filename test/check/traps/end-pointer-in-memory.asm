; A pointer to the end of an array goes through the stack and through a variable; another array lies there. exit 18
global _start
section .data
a:      dd 1, 2, 3, 4
b:      dd 50, 60
ends:   dq a + 16
section .text
keeps:  push rbx
        xor ebx, ebx
        pop rbx
        ret
_start: mov ebx, a + 16
        call keeps
        mov edi, [rbx-4]
        push rbx
        pop rsi
        add edi, [rsi-8]
        mov rdx, [rel ends]
.next:  sub rdx, 4
        add edi, [rdx]
        cmp rdx, a
        jne .next
        add edi, [rdx]
        mov eax, 60
        syscall
