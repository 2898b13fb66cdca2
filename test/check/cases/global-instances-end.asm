; A walk over two instances of a structure goes on behind the second one. exit 0
global _start
struc point
.x: resd 1
.y: resd 1
endstruc
section .data
here: istruc point
  at point.x, dd 1
iend
there: istruc point
  at point.x, dd 2
iend
count: dd 3
section .text
_start:
  mov ebx, here
  mov ecx, [count]
  xor eax, eax
.next:
  add eax, [rbx + point.x] ; expect: global-overflow-read
  add rbx, point_size
  dec ecx
  jnz .next
  xor edi, edi
  mov eax, 60
  syscall
