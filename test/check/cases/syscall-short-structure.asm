; A timespec of half the size: the kernel takes what follows for the rest. exit 0
global _start
section .text
_start:
  mov eax, 35
  mov edi, delay
  xor esi, esi
  syscall ; expect: syscall-bad-address
  mov eax, 35
  mov edi, seconds
  xor esi, esi
  syscall
  xor edi, edi
  mov eax, 60
  syscall
section .data
delay: dd 0, 0
rest: db 0, 0, 0, 0, 0, 0, 0, 0, 0
seconds: dq 0
nanoseconds: dq 0
