; 1000 / 2 in bytes does not fit. signal SIGFPE
global _start
section .text
_start:
  mov ax, 1000
  mov bl, 2
  div bl ; expect: divide-error
  jmp $
