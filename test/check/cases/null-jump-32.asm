; 32-bit jump through eax = 0. signal SIGSEGV
bits 32
global _start
section .text
_start:
  xor eax, eax
  jmp eax ; expect: null-jump
