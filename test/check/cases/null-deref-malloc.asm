; malloc fails, its result is not looked at. signal SIGSEGV
global main
extern malloc
section .text
main:
  sub rsp, 8
  mov rdi, 0x7fffffffffff
  call malloc
  mov byte [rax], 1 ; expect: null-deref
  add rsp, 8
  xor eax, eax
  ret
