; realloc smaller, old length used by stosd. exit 0
global main
extern calloc, realloc, free
section .text
main:
  push rbx
  mov edi, 16
  mov esi, 4
  call calloc
  mov rdi, rax
  mov esi, 32
  call realloc
  mov rbx, rax
  mov rdi, rax
  mov eax, 7
  mov ecx, 16
  rep stosd ; expect: heap-overflow-write
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
