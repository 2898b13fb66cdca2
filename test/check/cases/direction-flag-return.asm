; A function for backward copies forgets cld. exit 0
global _start
section .data
text: db "abcdefgh"
section .bss
room: resb 8
section .text
_start:
  call back
  cld
  xor edi, edi
  mov eax, 60
  syscall
back:
  std
  mov esi, text+7
  mov edi, room+7
  mov ecx, 8
  rep movsb
  ret ; expect: direction-flag
