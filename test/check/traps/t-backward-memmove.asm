; Moves a row one to the right from the end, with std and without. exit 0
global _start
section .data
a: db "abcdefgh", 0, 0
section .text
_start:
  mov esi, a+7
  mov edi, a+8
  mov ecx, 8
  std
  rep movsb
  cld
  mov ecx, 8
.l:
  mov al, [a+rcx-1]
  mov [a+rcx], al
  dec ecx
  jnz .l
  movzx edi, byte [a+8]
  sub edi, 'g'
  mov eax, 60
  syscall
