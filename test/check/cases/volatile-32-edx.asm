; 32-bit: edx after puts. exit 0
bits 32
global main
extern puts
section .data
m: db "x", 0
section .bss
v: resd 1
section .text
main:
  mov edx, 7
  push m
  call puts
  add esp, 4
  mov [v], edx ; expect: volatile-after-call
  xor eax, eax
  ret
