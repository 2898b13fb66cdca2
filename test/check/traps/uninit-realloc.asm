; Values survive realloc and strcpy; the rest of the block stays undefined and unused. exit 0
global main
extern malloc, realloc, free, strcpy, strlen
section .rodata
word_: db "word", 0
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov rdi, rbx
  mov esi, word_
  call strcpy
  mov rdi, rbx
  mov esi, 64
  call realloc
  mov rbx, rax
  mov rdi, rbx
  call strlen
  cmp rax, 4
  jne .bad
  mov rdi, rbx
  call free
  xor eax, eax
.bad:
  pop rbx
  ret
