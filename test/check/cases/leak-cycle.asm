; Two blocks point to each other, nothing else points to them. exit 0
global main
extern malloc
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 16
  call malloc
  mov [rbx], rax
  mov [rax], rbx
  xor ebx, ebx
  xor eax, eax
  pop rbx
  ret ; expect: leak-definite, leak-indirect
