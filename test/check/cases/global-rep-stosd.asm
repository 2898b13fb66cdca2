; rep stosd with the number of bytes instead of the number of dwords. exit 0
global _start
section .bss
arr: resd 16
other: resd 64
section .text
_start:
  mov edi, arr
  mov ecx, 64
  xor eax, eax
  rep stosd ; expect: global-overflow-write
  mov eax, 60
  xor edi, edi
  syscall
