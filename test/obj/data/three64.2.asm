global second, weak1:weak
common c1 16:8
common zeta 1:1
section .text
second: ret
weak1: ret
section .data align=16
 dq second, c1, zeta
