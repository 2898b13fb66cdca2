; free of a variable. signal SIGABRT
global main
extern free
section .data
align 16
room: times 64 db 0
section .text
main:
  sub rsp, 8
  mov edi, room+16
  call free ; expect: invalid-free
  add rsp, 8
  xor eax, eax
  ret
