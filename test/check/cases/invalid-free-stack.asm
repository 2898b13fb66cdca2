; free of a local buffer. signal SIGABRT
global main
extern free
section .text
main:
  sub rsp, 40
  mov qword [rsp], 0
  mov qword [rsp+8], 0
  lea rdi, [rsp+16]
  call free ; expect: invalid-free
  add rsp, 40
  xor eax, eax
  ret
