; A comparison saves registers that it was given no values in, and a function for the end returns nothing. exit 0
extern qsort, atexit
section .data
numbers: dd 3, 1, 2
section .text
global main
compare:
  push rcx
  push r8
  push r11
  sub rsp, 16
  movdqu [rsp], xmm7
  mov ecx, [rdi]
  xor eax, eax
  cmp ecx, [rsi]
  setg al
  mov cl, 0
  setl cl
  sub al, cl
  movsx eax, al
  movdqu xmm7, [rsp]
  add rsp, 16
  pop r11
  pop r8
  pop rcx
  ret
finish:
  ret
main:
  push rcx
  mov edi, numbers
  mov esi, 3
  mov edx, 4
  mov ecx, compare
  call qsort
  mov edi, finish
  call atexit
  pop rcx
  xor eax, eax
  ret
