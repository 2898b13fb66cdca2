global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov rdi, rax
  call free
  mov eax, [rbx] ; read after free
  mov edi, 5
  call malloc
  xor ebx,ebx
  xor eax,eax
  pop rbx
  ret
