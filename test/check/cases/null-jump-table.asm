; A handler table with an empty slot. signal SIGSEGV
global _start
section .data
t: dq _start.a, 0
section .text
_start:
  mov ecx, 1
  call [t+rcx*8] ; expect: null-jump
.a:
  mov eax, 60
  syscall
