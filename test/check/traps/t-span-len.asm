; A message of several db lines measured by one equ and printed at once. exit 0
global _start
section .data
msg: db "line one", 10
line2: db "line two", 10
line3: db "line three", 10
len equ $ - msg
section .text
_start:
  mov eax, 1
  mov edi, 1
  mov esi, msg
  mov edx, len
  syscall
  xor edi, edi
  mov eax, 60
  syscall
