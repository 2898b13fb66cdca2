; Three arguments for a function that takes two of them off the stack. signal SIGSEGV
bits 32
global _start
section .text
_start:
  call volume
  mov ebx, eax
  mov eax, 1
  int 0x80
volume:
  push dword 3
  push dword 4
  push dword 5
  call product
  ret ; expect: stack-imbalance, null-jump
product:
  mov eax, [esp+4]
  imul eax, [esp+8]
  imul eax, [esp+12]
  ret 8
