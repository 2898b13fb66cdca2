; A number that no call has. exit 0
global _start
section .text
_start:
  mov eax, 9999
  syscall ; expect: syscall-args
  mov eax, 60
  xor edi, edi
  syscall
