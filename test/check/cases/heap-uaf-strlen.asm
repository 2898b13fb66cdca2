; puts and strlen of freed text; the old block of a realloc. exit 0
global main
extern malloc, free, strlen, realloc, strcpy
section .rodata
hi: db "hi there", 0
section .text
main:
  push rbx
  push r12
  push r13
  mov edi, 16
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov esi, hi
  call strcpy
  mov rdi, rbx
  mov esi, 4096
  call realloc
  mov r12, rax
  mov byte [rbx], 'H' ; expect: use-after-free-write
  mov rdi, r12
  call free
  mov rdi, r12
  call strlen ; expect: use-after-free-read
  pop r13
  pop r12
  pop rbx
  xor eax, eax
  ret
