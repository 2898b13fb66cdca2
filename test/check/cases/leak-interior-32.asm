; 32-bit: a stack that grows down keeps only its top. exit 0
bits 32
global main
extern malloc
section .bss
top: resd 1
section .text
main:
  push 64
  call malloc
  add esp, 4
  add eax, 60
  mov dword [eax], 1
  mov [top], eax
  xor eax, eax
  ret ; expect: leak-possible
