; At _start rsp is aligned; one push makes it wrong. exit 0
global main
extern exit, puts
section .data
m: db "m", 0
section .text
main:
  sub rsp, 16
  mov edi, m
  call puts ; expect: misaligned-call
  xor edi, edi
  call exit ; expect: misaligned-call
