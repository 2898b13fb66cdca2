; The code runs into the text behind it. signal SIGSEGV
global _start
section .text
_start:
  xor ebx, ebx
  inc ebx ; expect: fall-off-end
numbers: db 0x8a, 0x03, 0, 0
