; main changes rbp and r15 and returns. exit 0
global main
section .text
main:
  mov ebp, 5
  mov r15d, 6
  xor eax, eax
  ret ; expect: callee-saved-clobbered
