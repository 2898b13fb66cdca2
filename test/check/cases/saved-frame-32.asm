; The same by a pointer that came from elsewhere. exit 0
bits 32
global _start
section .text
_start:
  call outer
  mov eax, 1
  xor ebx, ebx
  int 0x80
outer:
  push ebp
  mov ebp, esp
  sub esp, 8
  mov eax, ebp
  call inner
  leave
  ret
inner:
  mov dword [eax], 7 ; expect: saved-frame-overwritten
  ret
