; 32-bit: inc dword on a byte counter. exit 0
bits 32
global _start
section .data
n: db 0
m: db 7,0,0,0
section .text
_start:
  inc dword [n] ; expect: element-size-mismatch
  mov eax, 1
  xor ebx, ebx
  int 0x80
