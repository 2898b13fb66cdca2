; Writes that leave the count at zero on purpose, set by xor; int 0x80 with the string registers used before. exit 0
bits 32
global _start
section .data
from: db "abc"
section .bss
target: resb 3
section .text
_start:
  mov esi, from
  mov edi, target
  mov ecx, 3
  rep movsb
  mov eax, 4
  mov ebx, 1
  mov ecx, target
  xor edx, edx
  int 0x80
  mov eax, 1
  xor ebx, ebx
  int 0x80
