; A pointer freed twice through a helper. signal SIGABRT
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 177
  call malloc
  mov rbx, rax
  mov rdi, rbx
  call drop
  mov rdi, rbx
  call drop
  pop rbx
  xor eax, eax
  ret
drop:
  sub rsp, 8
  call free ; expect: double-free
  add rsp, 8
  ret
