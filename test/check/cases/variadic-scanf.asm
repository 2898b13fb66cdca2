; printf of a double with al = 0. exit 0
global main
extern printf
section .rodata
f: db "%f", 10, 0
d: dq 2.5
section .text
main:
  sub rsp, 8
  mov edi, f
  movsd xmm0, [d]
  xor eax, eax
  call printf ; expect: variadic-al
  add rsp, 8
  xor eax, eax
  ret
