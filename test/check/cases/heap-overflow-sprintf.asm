; A number printed into four bytes. exit 0
global main
extern malloc, free, sprintf
section .rodata
fmt: db "%d", 0
section .text
main:
  push rbx
  mov edi, 4
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, fmt
  mov edx, 123456
  xor eax, eax
  call sprintf ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
