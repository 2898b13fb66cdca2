; A function that ends in a jump to a libc function. exit 0
global main
extern puts
section .rodata
text: db "hi", 0
section .text
main:
  sub rsp, 8
  call greet
  add rsp, 8
  xor eax, eax
  ret
greet:
  mov edi, text
  jmp puts
