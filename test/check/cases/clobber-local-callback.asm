; The same for a comparison function that is not global: libc calls it. exit 0
global main
extern qsort
section .data
v: dd 4, 1, 3
section .text
compare:
  mov r12d, [rdi]
  mov eax, r12d
  sub eax, [rsi]
  ret ; expect: callee-saved-clobbered
main:
  push r12
  mov edi, v
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  pop r12
  xor eax, eax
  ret
