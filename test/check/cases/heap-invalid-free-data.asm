; free of a variable and of a number. signal SIGABRT
global main
extern free
section .data
table: times 8 dq 0
section .text
main:
  sub rsp, 8
  mov edi, table+16
  call free ; expect: invalid-free
  add rsp, 8
  xor eax, eax
  ret
