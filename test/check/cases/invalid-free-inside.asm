; free of a pointer that was moved. signal SIGABRT
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 64
  call malloc
  lea rdi, [rax+16]
  call free ; expect: invalid-free
  pop rbx
  xor eax, eax
  ret
