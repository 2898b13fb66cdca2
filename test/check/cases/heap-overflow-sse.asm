; A vector sum reads the last sixteen bytes half outside. exit 0
global main
extern calloc, free
section .text
main:
  push rbx
  mov edi, 6
  mov esi, 4
  call calloc
  mov rbx, rax
  movdqu xmm0, [rbx]
  movdqu xmm1, [rbx+16] ; expect: heap-overflow-read
  paddd xmm0, xmm1
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
