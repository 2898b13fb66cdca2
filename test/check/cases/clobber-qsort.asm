; A comparison function that uses rbx without saving it. signal SIGSEGV
global main
extern qsort
section .data
v: dd 4, 1, 3
section .text
global compare
compare:
  mov ebx, [rdi]
  sub ebx, [rsi]
  mov eax, ebx
  ret ; expect: callee-saved-clobbered
main:
  push rbx
  mov edi, v
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  pop rbx
  xor eax, eax
  ret
