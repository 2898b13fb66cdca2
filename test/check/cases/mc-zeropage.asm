; Execution at address 0. signal SIGSEGV
global main
section .text
main:
  sub rsp, 8
  xor eax, eax
  call rax ; expect: null-jump
  add rsp, 8
  ret
