; div by a register that is 0. signal SIGFPE
global _start
section .text
_start:
  mov eax, 10
  xor edx, edx
  xor ecx, ecx
  div ecx ; expect: divide-error
  mov eax, 60
  syscall
