; Reads and writes of 4, 2 and 1 bytes in front of a block. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 10
  call malloc
  mov rbx, rax
  mov ecx, [rbx-4] ; expect: heap-underflow-read
  mov [rbx-4], ecx ; expect: heap-underflow-write
  mov cx, [rbx-4] ; expect: heap-underflow-read
  mov [rbx-4], cx ; expect: heap-underflow-write
  mov cl, [rbx-1] ; expect: heap-underflow-read
  mov [rbx-1], cl ; expect: heap-underflow-write
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
