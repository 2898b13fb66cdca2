; 32-bit: a write through 0. signal SIGSEGV
bits 32
global _start
section .text
_start:
  xor eax, eax
  mov dword [eax], 5 ; expect: null-deref
  mov eax, 1
  int 0x80
