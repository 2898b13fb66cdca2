; 32-bit memset longer than the variable. exit 0
bits 32
global main
extern memset
section .bss
grid: resb 9
score: resd 1
section .text
main:
  push 10
  push '.'
  push grid
  call memset ; expect: global-overflow-write
  add esp, 12
  xor eax, eax
  ret
