; 32 bits: strlen and jns, two instructions behind it. exit 0
bits 32
extern strlen
section .rodata
text: db "hi", 0
section .text
global main
main:
  push text
  call strlen
  lea esp, [esp+4]
  mov ecx, eax
  js .done ; expect: uninit-branch
  nop
.done:
  xor eax, eax
  ret
