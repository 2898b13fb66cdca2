; The one dividend that has no quotient, its sign extended as it should be. signal SIGFPE
global _start
section .text
_start:
  mov eax, 0x80000000
  mov ecx, -1
  cdq
  idiv ecx ; expect: divide-error
  mov edi, eax
  mov eax, 60
  syscall
