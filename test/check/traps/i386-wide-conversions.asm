; 64-bit numbers and long doubles of printf take two and three words in 32-bit code. exit 0
bits 32
extern printf
global main
section .rodata
format: db "%lld %Lf %d %jd %d", 10, 0
section .text
main:
  push 43
  push 0
  push 8
  push 42
  sub esp, 12
  fldpi
  fstp tword [esp]
  push 0
  push 7
  push format
  call printf
  add esp, 40
  xor eax, eax
  ret
