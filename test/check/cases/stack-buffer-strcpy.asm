; strcpy of a name that is longer than the local buffer, as far as the saved registers. exit 0
global main
extern strcpy
section .rodata
name: db "a name of twenty-six bytes", 0
section .text
main:
  sub rsp, 8
  call greet
  add rsp, 8
  xor eax, eax
  ret
greet:
  push rbx
  push r12
  sub rsp, 24
  mov rdi, rsp
  mov esi, name
  call strcpy ; expect: stack-buffer-overflow-write
  add rsp, 24
  add rsp, 16
  ret
