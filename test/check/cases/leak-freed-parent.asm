; The parent is freed first: nobody can find the child any more. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov edi, 32
  call malloc
  mov [rbx], rax
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret ; expect: leak-definite
