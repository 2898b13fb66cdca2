; A function pointer in a record that was never filled. signal SIGSEGV
global main
extern malloc
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  mov rbx, rax
  call [rbx+8] ; expect: uninit-jump, null-jump
  xor eax, eax
  pop rbx
  ret
