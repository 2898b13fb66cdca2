; Mended by its quick fix: exit 0
global _start
section .text
_start:
  mov ecx, 3
  ret
