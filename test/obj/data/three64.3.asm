global third, shared, weak1
section .text
third: ret
weak1: ret
section .data
shared: dd 4
section .bss
 resb 1
