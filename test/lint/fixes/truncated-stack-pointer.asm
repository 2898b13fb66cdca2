; Mended by its quick fix: exit 5
global _start
section .text
first:
  push rbp
  mov ebp, esp
  mov eax, [rbp+16]
  pop rbp
  ret
_start:
  push 5
  call first
  mov edi, eax
  mov eax, 60
  syscall
