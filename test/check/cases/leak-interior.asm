; Only a pointer past a header is kept. exit 0
global main
extern malloc
section .bss
keep: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 64
  call malloc
  add rax, 16
  mov [keep], rax
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-possible
