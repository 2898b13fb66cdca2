; Sizes 0 and less. exit 0
global main
extern malloc, free, calloc
section .text
main:
  push rbx
  xor edi, edi
  call malloc
  mov rdi, rax
  call free
  mov rdi, -1
  call malloc ; expect: bad-size-arg
  mov rdi, -1
  mov rsi, -1
  call calloc ; expect: bad-size-arg
  xor edi, edi
  mov esi, 1
  call calloc
  mov rdi, rax
  call free
  pop rbx
  xor eax, eax
  ret
