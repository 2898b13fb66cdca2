; A pointer to the end of an array waits in a vector register; another array lies there. exit 20
global _start
section .data
a:      dq 1, 2, 3, 4
b:      dq 5, 6, 7, 8
section .text
_start: lea rax, [rel a+32]
        movq xmm0, rax
        lea rcx, [rel a]
        movq xmm1, rcx
        movq rdx, xmm1
        movq rsi, xmm0
        xor eax, eax
.next:  add rax, [rdx]
        add rdx, 8
        cmp rdx, rsi
        jb .next
        movq rdi, xmm0
.back:  sub rdi, 8
        add rax, [rdi]
        cmp rdi, rcx
        jne .back
        mov edi, eax
        mov eax, 60
        syscall
