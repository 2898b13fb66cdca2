; int 0x80 in 64-bit code takes only the lower half of a stack address. exit 0
global _start
section .text
_start:
  push 'A'
  mov eax, 4
  mov ebx, 1
  mov rcx, rsp
  mov edx, 1
  int 0x80 ; expect: syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
