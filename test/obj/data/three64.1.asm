extern second, third, shared, weak1
global _start
common c1 4:4
common table 100:32
section .text
_start: call second
 call third
 mov eax, [shared]
 call weak1
 mov eax, [c1]
section .data
 db 1
