global _start
section .text
_start: nop
section .data
 times 4000 db 1
section .rodata
 times 200 db 1
section .bss
 resb 10
