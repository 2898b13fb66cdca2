; The mask of a comparison of four lanes: one of them is read from behind the vector, through a register. exit 0
global _start
section .data
three:  dd 1, 2, 3
next:   db 7, 7, 7, 7
other:  dd 1, 2, 3, 4
section .text
_start: mov esi, three
        movdqu xmm0, [rsi]
        movdqu xmm1, [other]
        pcmpeqd xmm0, xmm1
        pmovmskb eax, xmm0
        cmp eax, 0xffff
        je .same ; expect: uninit-branch
        nop
.same:  xor edi, edi
        mov eax, 60
        syscall
