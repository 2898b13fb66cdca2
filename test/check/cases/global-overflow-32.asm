; The same in 32-bit code. exit 0
bits 32
global _start
section .data
first: dw 1, 2, 3
second: dw 4, 5
section .text
_start:
  mov ax, [first+6] ; expect: global-overflow-read
  mov [second+4], ax ; expect: global-overflow-write
  mov eax, [second]
  mov eax, 1
  xor ebx, ebx
  int 0x80
