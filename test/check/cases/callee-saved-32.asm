; 32-bit: esi and edi are to be preserved too. exit 0
bits 32
global main
section .text
main:
  mov esi, 7
  xor eax, eax
  ret ; expect: callee-saved-clobbered
