; realloc of a freed block. exit 0
global main
extern malloc, free, realloc
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov rbx, rax
  mov rdi, rax
  call free
  mov rdi, rbx
  mov esi, 100
  call realloc ; expect: double-free
  xor eax, eax
  pop rbx
  ret ; expect: leak-definite
