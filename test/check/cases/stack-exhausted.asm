; A recursion without an end. signal SIGSEGV
global _start
section .text
_start:
  call work
work:
  sub rsp, 1000
  call work ; expect: stack-exhausted
  add rsp, 1000
  ret
