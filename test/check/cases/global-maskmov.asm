; maskmovdqu into twelve bytes. exit 0
global _start
section .data
m:      times 16 db 0x80
section .bss
d:      resb 12
e:      resb 12
section .text
_start: movdqu xmm1, [m]
        pxor xmm0, xmm0
        mov edi, d
        maskmovdqu xmm0, xmm1 ; expect: global-overflow-write
        mov eax, 60
        xor edi, edi
        syscall
