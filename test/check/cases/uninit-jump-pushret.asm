; ret to a slot that was reserved, not set. signal SIGSEGV
global _start
section .text
_start:
  sub rsp, 8
  ret ; expect: uninit-jump, null-jump
