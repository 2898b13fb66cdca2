; A function leaves DF set. exit 0
global _start
section .data
a: db 1,2,3
section .text
_start:
  call back
  cld
  mov eax, 60
  xor edi, edi
  syscall
back:
  std
  mov esi, a+2
  lodsb
  ret ; expect: direction-flag
