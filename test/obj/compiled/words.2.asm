global _start
extern big, b8x, farx
section .text
_start: mov eax, [big]
l1: mov al, b8x
 mov eax, farx
 mov ax, l1
 db l1
 jmp near farx
section .data
 db farx
 dw farx
