; Mended by its quick fix: exit 3
global _start
section .text
_start:
  mov eax, 60
  mov edi, 3
  int 0x80
  mov eax, 60
  mov edi, 1
  syscall
