; exit 0
; Instructions for texts read whole vectors from any address: what lies behind the zero byte does not count.
        default rel
        extern printf
        global main
        section .data
s1:     db "the quick brown fox", 0
s2:     db "ab", 0
fmt:    db "%d %d", 10, 0
        section .text
len:    mov rax, -16
        pxor xmm0, xmm0
.l:     add rax, 16
        pcmpistri xmm0, [rdi+rax], 8
        jnz .l
        add rax, rcx
        ret
len2:   xor eax, eax
        jmp .f
.l:     add rax, 16
.f:     movdqu xmm1, [rdi+rax]
        pcmpistri xmm1, xmm1, 0x38
        jnc .n
        jmp .e
.n:     jnz .l
.e:     add rax, rcx
        ret
main:   push rbx
        lea rdi, [s1]
        call len
        mov ebx, eax
        lea rdi, [s2]
        call len
        mov edx, eax
        mov esi, ebx
        lea rdi, [fmt]
        xor eax, eax
        call printf
        xor eax, eax
        pop rbx
        ret
