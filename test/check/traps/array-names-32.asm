; A table addressed as [label+register] over its neighbours, from 32-bit code. exit 10
bits 32
global _start
section .data
one: dd 1
two: dd 2
three: dd 3
four: dd 4
section .text
_start:
  xor ecx, ecx
  xor ebx, ebx
.next:
  add ebx, [one+ecx*4]
  inc ecx
  cmp ecx, 4
  jb .next
  mov eax, 1
  int 0x80
