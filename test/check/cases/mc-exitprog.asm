; A write behind a block right before exit. exit 0
global main
extern malloc, exit
section .text
main:
  sub rsp, 8
  mov edi, 10
  call malloc
  mov byte [rax+10], 0 ; expect: heap-overflow-write
  xor edi, edi
  call exit ; expect: leak-definite
