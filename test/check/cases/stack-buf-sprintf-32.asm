; 32-bit sprintf into a short local. exit 0
bits 32
global main
extern sprintf
section .data
f: db "number %d", 0
section .text
main:
  push ebp
  mov ebp, esp
  sub esp, 12
  push 1234567
  push f
  lea eax, [ebp-12]
  push eax
  call sprintf ; expect: stack-buffer-overflow-write
  add esp, 12
  xor eax, eax
  leave
  ret ; expect: callee-saved-clobbered
