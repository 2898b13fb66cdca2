; 32-bit frames three deep, callee-saved registers kept, results passed up. exit 7
bits 32
global _start
section .text
_start:
  push dword 4
  call first
  add esp, 4
  mov ebx, eax
  mov eax, 1
  int 0x80
first:
  push ebp
  mov ebp, esp
  push ebx
  mov ebx, [ebp+8]
  push ebx
  call second
  add esp, 4
  add eax, 1
  pop ebx
  mov esp, ebp
  pop ebp
  ret
second:
  push ebp
  mov ebp, esp
  mov eax, [ebp+8]
  push eax
  call third
  leave
  ret
third:
  mov eax, [esp+4]
  add eax, 2
  ret
