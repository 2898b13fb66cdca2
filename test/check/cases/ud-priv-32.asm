; 32-bit: cli in a user program. signal SIGSEGV
bits 32
global _start
section .text
_start:
  cli ; expect: illegal-instruction
  jmp $
