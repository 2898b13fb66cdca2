; No exit: execution runs into padding behind .text. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 1
  mov ebx, 0 ; expect: fall-off-end
