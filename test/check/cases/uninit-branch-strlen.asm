; strlen of a buffer that nobody filled to its end. exit 0
global main
extern malloc, free, strlen
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov byte [rbx], 'a'
  mov byte [rbx+7], 0
  mov rdi, rbx
  call strlen ; expect: uninit-branch
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
