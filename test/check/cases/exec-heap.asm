; Code in a malloc block. signal SIGSEGV
global main
extern malloc
section .text
main:
  sub rsp, 8
  mov edi, 16
  call malloc
  mov byte [rax], 0xc3
  call rax ; expect: exec-nonexec
