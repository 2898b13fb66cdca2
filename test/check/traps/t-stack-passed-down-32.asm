; 32-bit: structures by value and pointers to them in cdecl calls. exit 0
bits 32
global _start
section .text
_start:
  sub esp, 16
  mov dword [esp], 3
  mov dword [esp+4], 4
  mov eax, esp
  push dword [eax+4]
  push dword [eax]
  push eax
  call f
  add esp, 12
  mov ebx, eax
  sub ebx, 14
  mov eax, 1
  int 0x80
f:
  push ebp
  mov ebp, esp
  mov eax, [ebp+8]
  mov ecx, [eax]
  add ecx, [eax+4]
  add ecx, [ebp+12]
  add ecx, [ebp+16]
  mov eax, ecx
  pop ebp
  ret
