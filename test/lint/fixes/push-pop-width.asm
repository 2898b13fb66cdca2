; Mended by its quick fix: exit 5
global _start
section .text
_start:
  mov ebx, 5
  push bx
  pop rdi
  mov eax, 60
  syscall
