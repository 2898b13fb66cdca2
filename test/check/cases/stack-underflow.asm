; A loop of pops without an end. signal SIGSEGV
global _start
section .text
_start:
  pop rax ; expect: stack-underflow
  jmp _start
