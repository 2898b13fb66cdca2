; Two doubles, and al counts one. exit 0
global main
extern printf
section .rodata
format: db "%d %f %g", 10, 0
value: dq 1.5
section .text
main:
  sub rsp, 8
  mov edi, format
  mov esi, 3
  movsd xmm0, [value]
  movsd xmm1, [value]
  mov eax, 1
  call printf ; expect: variadic-al
  add rsp, 8
  xor eax, eax
  ret
