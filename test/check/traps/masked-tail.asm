; The tail of an array read under a mask. exit 11
extern malloc, free
global main
section .data
masks:  times 8 dd -1
        times 8 dd 0
section .text
main:   push rbx
        mov edi, 44
        call malloc
        mov rbx, rax
        mov ecx, 0
.f:     mov dword [rbx+rcx*4], 0x3f800000
        inc ecx
        cmp ecx, 11
        jb .f
        vmovups ymm0, [rbx]
        vmovdqu ymm2, [masks+32-12]
        vmaskmovps ymm1, ymm2, [rbx+32]
        vaddps ymm0, ymm0, ymm1
        vextractf128 xmm1, ymm0, 1
        vaddps xmm0, xmm0, xmm1
        vhaddps xmm0, xmm0, xmm0
        vhaddps xmm0, xmm0, xmm0
        vcvttss2si eax, xmm0
        vzeroupper
        mov rdi, rbx
        mov ebx, eax
        call free
        mov eax, ebx
        pop rbx
        ret
; the register r12 is only written in this file
