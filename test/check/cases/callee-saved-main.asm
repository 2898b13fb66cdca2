; main itself is called by libc. exit 0
global main
section .text
main:
  mov rbx, 7
  xor eax, eax
  ret ; expect: callee-saved-clobbered
