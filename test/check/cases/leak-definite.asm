; The only pointer is overwritten by the next block; that one is freed. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 100
  call malloc
  mov rbx, rax
  mov edi, 200
  call malloc
  mov rbx, rax
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret ; expect: leak-definite
