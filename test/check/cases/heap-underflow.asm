; Reads and writes in front of a block. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 40
  call malloc
  mov rbx, rax
  mov rcx, [rbx-8] ; expect: heap-underflow-read
  mov [rbx-8], rcx ; expect: heap-underflow-write
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
