; 32-bit: memory operand of paddd. signal SIGSEGV
bits 32
global _start
section .bss
alignb 16
v: resb 64
section .text
_start:
  mov esi, v+4
  paddd xmm0, [esi] ; expect: misaligned-access
  jmp $
