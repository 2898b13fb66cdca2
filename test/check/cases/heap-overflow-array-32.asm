; 32-bit: ten elements allocated, index 10 written, cdecl. exit 0
bits 32
global main
extern malloc, free
section .text
main:
  push ebx
  push 40
  call malloc
  add esp, 4
  mov ebx, eax
  xor ecx, ecx
.fill:
  mov [ebx + ecx*4], ecx ; expect: heap-overflow-write
  inc ecx
  cmp ecx, 10
  jle .fill
  push ebx
  call free
  add esp, 4
  xor eax, eax
  pop ebx
  ret
