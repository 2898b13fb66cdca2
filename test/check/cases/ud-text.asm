; ud2 reached. signal SIGILL
global _start
section .text
_start:
  xor eax, eax
  test eax, eax
  jz .bad
  jmp $
.bad:
  ud2 ; expect: illegal-instruction
