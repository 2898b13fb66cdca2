; main ends with ret 8: libc has put no arguments on the stack for it. exit 0
section .text
global main
main:
  xor eax, eax
  ret 8 ; expect: stack-imbalance
