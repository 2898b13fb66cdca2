global big, b8x, farx
big equ 0x123456789
b8x equ 0x300
section .farx write nobits
farx: resb 4
