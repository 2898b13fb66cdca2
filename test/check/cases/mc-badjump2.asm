; A jump to a wild address. signal SIGSEGV
global main
section .text
main:
  sub rsp, 8
  mov eax, 0x4000000
  call rax ; expect: exec-nonexec
  add rsp, 8
  ret
