; The second free of one block. signal SIGABRT
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov rbx, rax
  mov rdi, rbx
  call free
  mov rdi, rbx
  call free ; expect: double-free
  pop rbx
  xor eax, eax
  ret
