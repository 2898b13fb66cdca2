; DF set at a call of libc. exit 0
global main
extern getpid
section .text
main:
  sub rsp, 8
  std
  call getpid ; expect: direction-flag
  cld
  add rsp, 8
  xor eax, eax
  ret
