; A checksum over the program's own text. exit 0
global _start
section .text
_start:
  mov esi, _start
  xor eax, eax
  xor ebx, ebx
.l:
  lodsb
  add ebx, eax
  cmp esi, the_end
  jb .l
  test ebx, ebx
  jz .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
the_end:
