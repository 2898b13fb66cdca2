; al still holds a letter. exit 0
global main
extern printf
section .rodata
format: db "%c", 10, 0
section .text
main:
  sub rsp, 8
  mov al, 'x'
  movzx esi, al
  mov edi, format
  call printf ; expect: variadic-al
  add rsp, 8
  xor eax, eax
  ret
