; 32-bit brk as heap, no libc: one dword past the break. exit 0
bits 32
global _start
section .text
_start:
  xor ebx, ebx
  mov eax, 45
  int 0x80
  mov esi, eax
  lea ebx, [eax+16]
  mov eax, 45
  int 0x80
  mov dword [esi+12], 5
  mov dword [esi+16], 6 ; expect: heap-overflow-write
  mov eax, [esi+18] ; expect: heap-overflow-read
  mov eax, 1
  xor ebx, ebx
  int 0x80
