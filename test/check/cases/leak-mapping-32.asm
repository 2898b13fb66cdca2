; mmap2 without munmap. exit 0
bits 32
global _start
section .text
_start:
  xor ebx, ebx
  mov ecx, 4096
  mov edx, 3
  mov esi, 0x22
  mov edi, -1
  xor ebp, ebp
  mov eax, 192
  int 0x80
  mov byte [eax], 1
  xor ebx, ebx
  mov eax, 1
  int 0x80 ; expect: leak-mapping
