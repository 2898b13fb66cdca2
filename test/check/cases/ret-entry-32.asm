; 32-bit ret at _start. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 0
  ret ; expect: ret-from-entry, null-jump
