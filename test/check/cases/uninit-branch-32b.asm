; 32-bit: the second local is compared, the first was set. exit 0
bits 32
global _start
section .text
_start:
  sub esp, 8
  mov dword [esp], 1
  test byte [esp+4], 1
  jnz .odd ; expect: uninit-branch
.odd:
  xor ebx, ebx
  mov eax, 1
  int 0x80
