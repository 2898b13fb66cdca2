; A list of two nodes: the head is lost, the second node hangs on it. exit 0
global _start
extern malloc, exit
section .text
_start:
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 16
  call malloc
  mov [rbx], rax
  xor ebx, ebx
  xor eax, eax
  xor edi, edi
  call exit ; expect: leak-definite, leak-indirect
