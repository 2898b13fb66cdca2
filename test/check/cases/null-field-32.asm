; 32-bit: a field of a null record. signal SIGSEGV
bits 32
global _start
section .bss
p: resd 1
section .text
_start:
  mov eax, [p]
  mov dword [eax+12], 1 ; expect: null-deref
  jmp $
