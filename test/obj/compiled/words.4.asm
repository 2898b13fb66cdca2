global fn
extern farx
section .data align=4
v: dd 1
section .text
fn: mov al, v
 mov al, [farx]
 dw fn
 jmp short farx
