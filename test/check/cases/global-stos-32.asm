; rep stosd in 32-bit code clears five words of four. exit 0
bits 32
global _start
section .data
table: dd 1, 2, 3, 4
limit_: dd 77
section .text
_start:
  mov edi, table
  mov ecx, 5
  xor eax, eax
  cld
  rep stosd ; expect: global-overflow-write
  xor ebx, ebx
  mov eax, 1
  int 0x80
