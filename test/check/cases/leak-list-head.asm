; The head of a list is moved along; the first nodes are lost one by one. exit 0
global main
extern malloc
section .bss
head: resq 1
section .text
main:
  push rbx
  mov ebx, 3
.m:
  mov edi, 16
  call malloc
  mov rcx, [head]
  mov [rax], rcx
  mov [head], rax
  dec ebx
  jnz .m
  mov rax, [head]
  mov rax, [rax]
  mov [head], rax
  xor ecx, ecx
  pop rbx
  xor eax, eax
  ret ; expect: leak-reachable, leak-definite
