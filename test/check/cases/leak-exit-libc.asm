; exit(0) of libc keeps nothing in the registers that it may change. exit 0
global main
extern malloc, exit
section .text
main:
  sub rsp, 8
  mov edi, 32
  call malloc
  xor edi, edi
  call exit ; expect: leak-definite
