; One block, lost at once. exit 0
global main
extern malloc
section .text
main:
  sub rsp, 8
  mov edi, 1000
  call malloc
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-definite
