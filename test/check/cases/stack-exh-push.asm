; A loop of pushes that does not end. signal SIGSEGV
global _start
section .text
_start:
  mov ecx, -1
.l:
  push rcx ; expect: stack-exhausted
  dec rcx
  jnz .l
  mov eax, 60
  syscall
