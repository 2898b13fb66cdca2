; 32-bit recursion without an end. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 5
  call f
  mov eax, 1
  int 0x80
f:
  push ebp
  mov ebp, esp
  inc eax
  call f ; expect: stack-exhausted
  pop ebp
  ret
