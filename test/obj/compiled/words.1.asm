global begin, f
extern x, y
section .text
begin: call x
 mov eax, y
 nop
f: mov rax, [x]
 call x
section .data
d: dq x
section .foo
 dq y
