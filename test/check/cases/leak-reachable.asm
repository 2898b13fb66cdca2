; A variable still points to the block. exit 0
global main
extern malloc
section .bss
kept: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 100
  call malloc
  mov [kept], rax
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-reachable
