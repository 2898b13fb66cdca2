; What a comparison leaves set is still set where main returns: the comparison alone is told. exit 0
global main
extern qsort
section .data
list: dd 4, 2, 3
section .text
compare:
  mov eax, [rdi]
  sub eax, [rsi]
  std
  ret ; expect: direction-flag
main:
  sub rsp, 8
  mov edi, list
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  add rsp, 8
  xor eax, eax
  ret
