; 32 bits: main and a comparison save what they were entered with; a function's own result is in CF. exit 0
bits 32
extern qsort
section .data
numbers: dd 3, 1, 2
section .text
global main
compare:
  pusha
  popa
  push ecx
  mov eax, [esp+8]
  mov eax, [eax]
  mov edx, [esp+12]
  sub eax, [edx]
  pop ecx
  ret
isOdd:
  shr dword [esp+4], 1
  ret
main:
  push eax
  push ecx
  push edx
  push compare
  push 4
  push 3
  push numbers
  call qsort
  add esp, 16
  push 4
  call isOdd
  jc .done
  nop
.done:
  add esp, 4
  pop edx
  pop ecx
  pop eax
  xor eax, eax
  ret
