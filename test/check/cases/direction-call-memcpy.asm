; DF set at a call of puts. signal SIGSEGV
global main
extern puts
section .data
a: db "abc", 0
section .text
main:
  sub rsp, 8
  std
  mov edi, a
  call puts ; expect: direction-flag
  cld
  add rsp, 8
  xor eax, eax
  ret
