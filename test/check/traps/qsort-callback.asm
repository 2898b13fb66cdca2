; libc calls the program back. exit 1
global main
global compare
extern qsort
section .data
numbers: dd 5, 1, 4
section .text
compare:
  mov eax, [rdi]
  sub eax, [rsi]
  ret
main:
  sub rsp, 8
  mov edi, numbers
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  mov eax, [numbers]
  add rsp, 8
  ret
