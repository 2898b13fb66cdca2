; Two pointers to one block, each freed. signal SIGABRT
global main
extern malloc, free
section .bss
a: resq 1
b: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 24
  call malloc
  mov [a], rax
  mov [b], rax
  mov rdi, [a]
  call free
  mov rdi, [b]
  call free ; expect: double-free
  add rsp, 8
  xor eax, eax
  ret
