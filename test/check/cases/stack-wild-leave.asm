; leave with rbp used for something else. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  syscall
f:
  push rbp
  mov rbp, rsp
  sub rsp, 32
  mov rbp, 0x500000000
  leave ; expect: stack-pointer-wild
  ret
