; Divisor never set. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov eax, 10
  cdq
  mov ecx, [rsp]
  or ecx, 1
  idiv ecx ; expect: uninit-value
  mov eax, 60
  xor edi, edi
  syscall
