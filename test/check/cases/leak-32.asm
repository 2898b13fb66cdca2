; 32-bit code, block lost. exit 0
bits 32
global main
extern malloc
section .text
main:
  push dword 33
  call malloc
  add esp, 4
  xor eax, eax
  ret ; expect: leak-definite
