; 32 bits: a comparison ends as in the other convention, with ret 8. signal SIGSEGV
bits 32
extern qsort
section .data
numbers: dd 3, 1, 2
section .text
global main
compare:
  mov edx, [esp+4]
  mov eax, [edx]
  mov edx, [esp+8]
  sub eax, [edx]
  ret 8 ; expect: stack-imbalance
main:
  push compare
  push 4
  push 3
  push numbers
  call qsort ; expect: null-deref
  add esp, 16
  xor eax, eax
  ret
