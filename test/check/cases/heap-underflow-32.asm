; 32-bit: a pointer moved back before the first element of its array. signal SIGABRT
bits 32
global main
extern malloc, free
section .text
main:
  push ebx
  push dword 24
  call malloc
  pop edx
  mov ebx, eax
  lea esi, [eax+20]
  mov ecx, 7
.down:
  mov dword [esi], 0 ; expect: heap-underflow-write
  sub esi, 4
  loop .down
  cmp dword [ebx-4], 0 ; expect: heap-underflow-read
  push ebx
  call free
  pop ebx
  pop ebx
  xor eax, eax
  ret
