; Code on the stack, which is not executable. signal SIGSEGV
global _start
section .text
_start:
  push 0xc3
  call rsp ; expect: exec-nonexec
