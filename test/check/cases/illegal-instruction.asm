; ud2, as compilers put where nothing may come. signal SIGILL
global _start
section .text
_start:
  ud2 ; expect: illegal-instruction
