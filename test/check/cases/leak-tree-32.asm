; 32-bit: a root with two children is dropped. exit 0
bits 32
global main
extern malloc
section .text
main:
  push ebx
  push 8
  call malloc
  mov ebx, eax
  call malloc
  mov [ebx], eax
  mov dword [eax], 0
  call malloc
  mov [ebx+4], eax
  mov dword [eax], 0
  add esp, 4
  pop ebx
  xor eax, eax
  xor ecx, ecx
  xor edx, edx
  ret ; expect: leak-definite, leak-indirect
