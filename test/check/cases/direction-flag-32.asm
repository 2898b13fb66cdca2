; The same in 32-bit code, on one of two ways out. exit 0
bits 32
global _start
section .data
text: db "abcdefgh"
section .text
_start:
  mov al, 'c'
  call last
  cld
  mov eax, 1
  xor ebx, ebx
  int 0x80
last:
  mov edi, text+7
  mov ecx, 8
  std
  repne scasb
  je .found
  cld
  ret
.found:
  ret ; expect: direction-flag
