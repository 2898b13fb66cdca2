; printf takes a long double from the stack: no vector register, and ten bytes of its place. exit 0
global main
extern printf
section .rodata
format: db "%Lf %d", 10, 0
section .text
main:
  sub rsp, 24
  fldpi
  fstp tword [rsp]
  mov rdi, format
  mov esi, 5
  xor eax, eax
  call printf
  add rsp, 24
  xor eax, eax
  ret
