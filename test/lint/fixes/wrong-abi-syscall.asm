; Mended by its quick fix: exit 3
global _start
section .data
text: db "yes"
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, text
  mov edx, 3
  syscall
  mov edi, eax
  mov eax, 60
  syscall
