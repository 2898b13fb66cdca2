; Three numbers loaded through a mask. exit 3
        default rel
        global _start
        section .data
align 32
m:      dd -1,-1,-1,0,0,0,0,0
v:      dd 1,1,1
        section .text
_start: vmovdqa ymm1, [m]
        vpmaskmovd ymm0, ymm1, [v]
        vextracti128 xmm2, ymm0, 1
        vpaddd xmm0, xmm0, xmm2
        vphaddd xmm0, xmm0, xmm0
        vphaddd xmm0, xmm0, xmm0
        vmovd edi, xmm0
        vzeroupper
        mov eax, 60
        syscall
