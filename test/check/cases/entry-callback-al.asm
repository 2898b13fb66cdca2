; A comparison sets al and leaves the rest of eax: qsort looks at all 32 bits. exit 0
extern qsort
section .data
letters: db "qwerty"
section .text
global main
compare:
  mov al, [rdi]
  sub al, [rsi]
  ret ; expect: uninit-value
main:
  sub rsp, 8
  mov edi, letters
  mov esi, 6
  mov edx, 1
  mov ecx, compare
  call qsort
  xor eax, eax
  add rsp, 8
  ret
