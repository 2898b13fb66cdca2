; The same on the stack of 32-bit code. exit 0
bits 32
global _start
section .data
values: dd 3, 1, 4, 1
section .text
_start:
  sub esp, 16
  mov ecx, [esp+4]
  and ecx, 3
  mov eax, [values+ecx*4] ; expect: uninit-address
  xor ebx, ebx
  mov eax, 1
  int 0x80
