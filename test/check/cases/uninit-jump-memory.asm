; A call through memory that nobody has set: the pushed return address is no access of its operand. signal SIGSEGV
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  call [rbx] ; expect: uninit-jump, null-jump
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
