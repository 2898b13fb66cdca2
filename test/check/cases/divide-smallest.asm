; The smallest number divided by -1 has no 32-bit result. signal SIGFPE
global _start
section .text
_start:
  mov eax, 0x80000000
  cdq
  mov ecx, -1
  idiv ecx ; expect: divide-error
  mov eax, 60
  syscall
