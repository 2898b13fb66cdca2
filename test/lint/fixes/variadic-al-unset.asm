; Mended by its quick fix: exit 0
extern printf
global main
section .data
format: db "%d", 10, 0
section .text
main:
  sub rsp, 8
  mov edi, format
  mov esi, 7
  call printf
  xor eax, eax
  add rsp, 8
  ret
