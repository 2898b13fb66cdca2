; 32-bit: a pointer that has been moved along the block. signal SIGABRT
bits 32
global main
extern malloc, free
section .text
main:
  push ebx
  push 16
  call malloc
  mov ebx, eax
  mov dword [ebx], 0
  add ebx, 4
  mov [esp], ebx
  call free ; expect: invalid-free
  add esp, 4
  pop ebx
  xor eax, eax
  ret
