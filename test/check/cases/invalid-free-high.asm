; -1 is no block's address, and no libc finds one below it: the message names it to the last digit. signal SIGSEGV
global main
extern free
section .text
main:
  sub rsp, 8
  mov rdi, -1
  call free ; expect: invalid-free, unmapped-access
  add rsp, 8
  ret
