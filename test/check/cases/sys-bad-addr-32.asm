; 32-bit: write with buffer and length exchanged. exit 0
bits 32
global _start
section .data
m: db "abc"
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, 3
  mov edx, m
  int 0x80 ; expect: syscall-bad-address
  mov eax, 1
  xor ebx, ebx
  int 0x80
