; Mended by its quick fix: exit 7
global _start
section .data
count: db 7
next: db 9
section .text
_start:
  mov edi, [count]
  mov eax, 60
  syscall
