; 32-bit: a loop of pops that looks for a word that is not there. signal SIGSEGV
bits 32
global _start
section .text
_start:
  pop eax ; expect: stack-underflow
  cmp eax, 0x12345678
  jne _start
  mov eax, 1
  int 0x80
