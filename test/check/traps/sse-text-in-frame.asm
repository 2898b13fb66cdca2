; exit 0
; An aligned vector from the end of a frame's locals takes the return address along.
        global _start
        section .text
f:      sub rsp, 24
        mov dword [rsp+16], 'abc'
        mov rdi, rsp
        and rdi, -16
        pxor xmm0, xmm0
        movdqa xmm1, [rsp+16]
        lea rdi, [rsp+16]
        movdqa xmm1, [rdi]
        pcmpeqb xmm1, xmm0
        pmovmskb eax, xmm1
        bsf eax, eax
        add rsp, 24
        ret
_start: sub rsp, 8
        push rax
        pop rax
        add rsp, 8
        call f
        xor edi, edi
        mov eax, 60
        syscall
