; printf prints a double, and al says that no vector register holds one. exit 0
global main
extern printf
section .rodata
format: db "%.1f", 10, 0
value: dq 1.5
section .text
main:
  sub rsp, 8
  mov edi, format
  movsd xmm0, [value]
  xor eax, eax
  call printf ; expect: variadic-al
  add rsp, 8
  xor eax, eax
  ret
