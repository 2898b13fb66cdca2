[map all out.map]
org 100h
section .text
a: nop
section .data align=16 valign=32
global d
d: dw 5
.loc: db 1
section .bss
b1: resb 10
section .x vfollows=.data
xx: db 1
longnamelongnamelongnamelongname equ -5
..@foo equ 7
..@bar: nop
section .e
section .zz nobits vstart=0x1234567890
zz: resb 3
absolute 5
ab: resb 1
