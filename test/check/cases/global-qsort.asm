; qsort over one element more than there is. exit 0
global main
extern qsort
section .data
v: dd 3, 2, 1
w: dd 0
section .text
cmp32:
  mov eax, [rdi]
  sub eax, [rsi]
  ret
main:
  sub rsp, 8
  mov edi, v
  mov esi, 4
  mov edx, 4
  mov ecx, cmp32
  call qsort ; expect: global-overflow-read, global-overflow-write
  add rsp, 8
  xor eax, eax
  ret
