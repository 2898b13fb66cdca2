; Mended by its quick fix: exit 2
global _start
section .text
_start:
  mov ecx, 2
.again:
  mov eax, 39
  syscall
  inc r12d
  dec ecx
  jnz .again
  mov edi, r12d
  mov eax, 60
  syscall
