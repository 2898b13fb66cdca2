; memcpy of -4 bytes ends in a fault. signal SIGSEGV
global main
extern memcpy
section .bss
from: resb 16
target: resb 16
section .text
main:
  sub rsp, 8
  mov edi, target
  mov esi, from
  mov rdx, -4
  call memcpy ; expect: bad-size-arg, unmapped-access
  add rsp, 8
  xor eax, eax
  ret
