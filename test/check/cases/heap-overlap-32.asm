; 32-bit: memcpy one to the right. exit 0
bits 32
global main
extern memcpy
section .data
row: db "abcdefgh", 0
section .text
main:
  push 7
  push row
  push row+1
  call memcpy ; expect: overlap-copy
  add esp, 12
  xor eax, eax
  ret
