; A loop that stores one element too many. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov rbx, rax
  xor ecx, ecx
.fill:
  mov [rbx+rcx*8], rcx ; expect: heap-overflow-write
  inc ecx
  cmp ecx, 4
  jne .fill
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
