; movdqa of a table behind a byte. signal SIGSEGV
global _start
section .data
b: db 1
t: dd 1,2,3,4
section .text
_start:
  movdqa xmm0, [t] ; expect: misaligned-access
  jmp $
