; xlat with garbage in al. exit 0
bits 32
global _start
section .data
t: times 256 db 3
section .text
_start:
  sub esp, 4
  mov al, [esp]
  mov ebx, t
  xlatb ; expect: uninit-address
  mov eax, 1
  xor ebx, ebx
  int 0x80
