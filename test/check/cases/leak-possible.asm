; Only a pointer into the middle is left. exit 0
global main
extern malloc
section .bss
inside: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 100
  call malloc
  add rax, 50
  mov [inside], rax
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-possible
