; %m takes no argument, nor does %%. exit 0
global main
extern printf
section .rodata
format: db "%d %m %% %5m|", 10, 0
section .text
main:
  sub rsp, 8
  mov esi, 1
  mov edi, format
  xor eax, eax
  call printf
  add rsp, 8
  xor eax, eax
  ret
