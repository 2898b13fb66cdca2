; One digit has room, and two bytes are read: the other goes into the variable behind. exit 0
global _start
section .bss
first: resb 1
second: resb 1
section .text
_start:
  xor eax, eax
  xor edi, edi
  mov rsi, first
  mov edx, 2
  syscall ; expect: syscall-bad-address
  xor edi, edi
  mov eax, 60
  syscall
