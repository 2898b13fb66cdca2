; 32-bit: a store through a wrong frame offset. signal SIGSEGV
bits 32
global _start
section .text
_start:
  call work
  mov eax, 1
  xor ebx, ebx
  int 0x80
work:
  push ebp
  mov ebp, esp
  mov dword [ebp+4], 0x1234
  pop ebp
  ret ; expect: return-address-overwritten, null-jump
