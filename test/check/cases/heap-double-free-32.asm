; 32-bit, in a clean-up function called twice. signal SIGABRT
bits 32
global main
extern malloc, free
section .bss
p: resd 1
section .text
cleanup:
  sub esp, 24
  mov eax, [p]
  mov [esp], eax
  call free ; expect: double-free
  add esp, 24
  ret
main:
  push dword 12
  call malloc
  add esp, 4
  mov [p], eax
  call cleanup
  call cleanup
  xor eax, eax
  ret
