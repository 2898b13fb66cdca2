; strcat behind a strcpy: the block has no room for the second word. exit 0
global main
extern malloc, free, strcpy, strcat, puts
section .rodata
one: db "hello ", 0
two: db "wide world", 0
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, one
  call strcpy
  mov rdi, rbx
  mov esi, two
  call strcat ; expect: heap-overflow-write
  mov rdi, rbx
  call puts ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
