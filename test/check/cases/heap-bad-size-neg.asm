; Sizes from a difference that went below zero: memset via rep? memmove, strncpy and realloc. exit 0
global main
extern realloc, malloc, free, aligned_alloc
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov rsi, -5
  call realloc ; expect: bad-size-arg
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
