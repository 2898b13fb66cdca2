; Nothing ends the program. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 5
  add eax, 1 ; expect: fall-off-end
