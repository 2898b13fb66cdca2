; 32-bit code has no red zone: a popped value is gone. exit 0
bits 32
global _start
section .text
_start:
  push dword 7
  pop eax
  mov ebx, [esp-4] ; expect: below-rsp-read
  xor ebx, ebx
  mov eax, 1
  int 0x80
