; After free, and behind the end, one byte each. exit 1
global main
extern malloc, free, putchar
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov byte [rbx+8], 'x' ; expect: heap-overflow-write
  movzx edi, byte [rbx+8] ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  mov byte [rbx], 'x' ; expect: use-after-free-write
  movzx eax, byte [rbx] ; expect: use-after-free-read
  mov eax, 1
  pop rbx
  ret
