; 32-bit write to .rodata. signal SIGSEGV
bits 32
global _start
section .rodata
m: db "abc"
section .text
_start:
  mov esi, m
  mov byte [esi], 'A' ; expect: write-to-readonly
  jmp $
