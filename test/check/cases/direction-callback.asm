; A comparison function leaves DF set: told there, not where libc returns. exit 0
global main
extern qsort
section .data
v: dd 4, 1, 3
section .text
compare:
  mov eax, [rdi]
  sub eax, [rsi]
  std
  ret ; expect: direction-flag
main:
  sub rsp, 8
  mov edi, v
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  cld
  add rsp, 8
  xor eax, eax
  ret
