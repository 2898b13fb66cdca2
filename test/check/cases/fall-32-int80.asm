; 32-bit: write and nothing behind. signal SIGSEGV
bits 32
global _start
section .data
m: db "x"
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, m
  mov edx, 1
  int 0x80 ; expect: fall-off-end
