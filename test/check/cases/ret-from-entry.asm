; ret where nothing called. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 3
  ret ; expect: ret-from-entry, null-jump
