; 32-bit, local room not given back. signal SIGSEGV
bits 32
global _start
section .text
_start:
  call work
  mov eax, 1
  xor ebx, ebx
  int 0x80
work:
  sub esp, 8
  mov dword [esp], 0
  mov dword [esp+4], 0
  ret ; expect: stack-imbalance, null-jump
