; Two pushes around a call of malloc. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  push rbp
  mov edi, 8
  call malloc ; expect: misaligned-call
  mov rdi, rax
  call free ; expect: misaligned-call
  pop rbp
  pop rbx
  xor eax, eax
  ret
