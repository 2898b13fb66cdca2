; The same in 32-bit code, arguments on the stack. exit 0
bits 32
global main
extern malloc, free
section .text
main:
  push ebx
  push dword 10
  call malloc
  add esp, 4
  mov ebx, eax
  mov dword [ebx+8], 7 ; expect: heap-overflow-write
  mov eax, [ebx+12] ; expect: heap-overflow-read
  push ebx
  call free
  add esp, 4
  mov eax, [ebx] ; expect: use-after-free-read
  pop ebx
  xor eax, eax
  ret
