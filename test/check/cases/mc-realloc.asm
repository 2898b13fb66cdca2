; realloc(0, n) and realloc down: what was cut off is read. exit 0
global main
extern malloc, free, realloc
section .text
main:
  push rbx
  xor edi, edi
  mov esi, 100
  call realloc
  mov rbx, rax
  mov byte [rbx+60], 1
  mov rdi, rbx
  mov esi, 50
  call realloc
  mov rbx, rax
  mov al, [rbx+60] ; expect: heap-overflow-read
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
