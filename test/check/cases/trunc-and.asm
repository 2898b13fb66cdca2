; and esp, -16 carried over from 32-bit code. signal SIGSEGV
global _start
section .text
_start:
  and esp, 0xfffffff0 ; expect: truncated-stack-pointer
  push rax ; expect: unmapped-access
  jmp $
