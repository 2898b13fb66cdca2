; An index outside of its bounds. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 7
  bound eax, [limits] ; expect: illegal-instruction
  mov eax, 1
  xor ebx, ebx
  int 0x80
section .data
limits: dd 0, 5
