; Use after free in a function called twice. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 10
  call malloc
  mov rbx, rax
  mov byte [rbx+1], 1
  mov rdi, rbx
  call free
  mov al, [rbx] ; expect: use-after-free-read
  mov byte [rbx+3], 1 ; expect: use-after-free-write
  xor eax, eax
  pop rbx
  ret
