; The same in 32-bit code, with a call in between. exit 1
bits 32
global _start
section .text
_start:
  pop ecx
  pop eax
  mov dl, [eax]
  call same
  mov ebx, eax
  mov eax, 1
  int 0x80
same:
  mov eax, ecx
  ret
