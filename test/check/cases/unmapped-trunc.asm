; A stack pointer kept in 32 bits. signal SIGSEGV
global _start
section .text
_start:
  mov eax, esp
  mov ebx, [rax] ; expect: unmapped-access
  mov eax, 60
  syscall
