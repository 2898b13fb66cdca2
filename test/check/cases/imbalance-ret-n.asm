; A function takes two arguments off the stack where one was pushed: its caller's ret has lost its address. signal SIGSEGV
bits 32
global _start
section .text
_start:
  call area
  mov ebx, eax
  mov eax, 1
  int 0x80
area:
  push dword 5
  call square
  ret ; expect: stack-imbalance, null-jump
square:
  mov eax, [esp+4]
  imul eax, eax
  ret 8
