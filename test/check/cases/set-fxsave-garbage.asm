; Garbage in xmm0 goes through fxsave and fxrstor, and decides. exit 0
        global _start
        section .text
_start: sub rsp, 1024
        and rsp, -16
        movups xmm3, [rsp+512]
        fxsave [rsp]
        pxor xmm3, xmm3
        fxrstor [rsp]
        movq rax, xmm3
        test al, 1
        jz .even                        ; expect: uninit-branch
.even:  xor edi, edi
        mov eax, 60
        syscall
