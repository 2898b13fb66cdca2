; 32-bit: ret 8 for one argument of 4 bytes goes unseen by the callee, and breaks the caller. signal SIGSEGV
bits 32
global _start
section .text
_start:
  call outer
  mov eax, 1
  xor ebx, ebx
  int 0x80
outer:
  push dword 0
  push dword 5
  call inner
  ret ; expect: stack-imbalance, null-jump
inner:
  mov eax, [esp+4]
  ret 4
