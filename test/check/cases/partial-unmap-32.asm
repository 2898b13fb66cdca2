; 32-bit: munmap of a pointer that was moved along the mapping. exit 0
bits 32
global _start
section .text
_start:
  mov eax, 192
  xor ebx, ebx
  mov ecx, 12288
  mov edx, 3
  mov esi, 0x22
  mov edi, -1
  xor ebp, ebp
  int 0x80
  mov ebx, eax
  add ebx, 8192
  mov ecx, 4096
  mov eax, 91
  int 0x80 ; expect: partial-unmap
  mov eax, 1
  xor ebx, ebx
  xor edx, edx
  int 0x80 ; expect: leak-mapping
