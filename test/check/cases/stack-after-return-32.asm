; A text built in a local buffer is given back. exit 0
bits 32
global _start
section .text
_start:
  call name
  mov bl, [eax+1] ; expect: stack-use-after-return
  xor ebx, ebx
  mov eax, 1
  int 0x80
name:
  sub esp, 16
  mov dword [esp], "name"
  mov byte [esp+4], 0
  mov eax, esp
  add esp, 16
  ret
