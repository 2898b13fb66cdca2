; Row 3 of a matrix of three rows, through an index register. exit 0
global _start
section .data
m: dd 1,2,3, 4,5,6, 7,8,9
sum: dd 0
section .text
_start:
  mov ebx, 3
  imul ebx, ebx, 12
  xor ecx, ecx
.c:
  mov eax, [m + rbx + rcx*4] ; expect: global-overflow-read
  add [sum], eax
  inc ecx
  cmp ecx, 3
  jb .c
  mov eax, 60
  xor edi, edi
  syscall
