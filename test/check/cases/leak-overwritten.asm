; The only pointer is overwritten by the next allocation. exit 0
global main
extern malloc, free, exit
section .bss
buf: resq 1
section .text
main:
  push rbx
  mov edi, 100
  call malloc
  mov [buf], rax
  mov edi, 200
  call malloc
  mov [buf], rax
  mov rdi, [buf]
  call free
  xor edi, edi
  call exit ; expect: leak-definite
