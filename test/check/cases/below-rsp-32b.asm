; 32-bit: after pop the slot is read again. exit 0
bits 32
global _start
section .text
_start:
  push 5
  pop eax
  mov ebx, [esp-4] ; expect: below-rsp-read
  xor ebx, ebx
  mov eax, 1
  int 0x80
