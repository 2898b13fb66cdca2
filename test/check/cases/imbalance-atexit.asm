; A function for the end takes 16 bytes of its caller's stack. exit 0
extern atexit
section .text
global main
finish:
  ret 16 ; expect: stack-imbalance
main:
  sub rsp, 8
  mov edi, finish
  call atexit
  xor eax, eax
  add rsp, 8
  ret
