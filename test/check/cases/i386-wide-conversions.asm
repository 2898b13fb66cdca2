; What stands behind a 64-bit number was never set. exit 0
bits 32
extern printf
global main
section .rodata
format: db "%lld %d", 10, 0
section .text
main:
  sub esp, 4
  push 0
  push 7
  push format
  call printf ; expect: uninit-value
  add esp, 16
  xor eax, eax
  ret
