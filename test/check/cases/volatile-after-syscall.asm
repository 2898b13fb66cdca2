; rcx as a counter over a system call. exit 0
global _start
section .text
_start:
  mov ecx, 1
  mov eax, 39
  syscall
  dec rcx ; expect: volatile-after-syscall
  mov eax, 60
  xor edi, edi
  syscall
