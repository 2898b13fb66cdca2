; 32-bit: mmap2, munmap, write. signal SIGSEGV
bits 32
global _start
section .text
_start:
  mov eax, 192
  xor ebx, ebx
  mov ecx, 4096
  mov edx, 3
  mov esi, 0x22
  mov edi, -1
  xor ebp, ebp
  int 0x80
  mov esi, eax
  mov ebx, eax
  mov ecx, 4096
  mov eax, 91
  int 0x80
  mov byte [esi+5], 1 ; expect: use-after-unmap
  jmp $
