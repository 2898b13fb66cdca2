; 32-bit: rep stosb with a count never set. exit 0
bits 32
global _start
section .bss
b: resb 256
section .text
_start:
  sub esp, 4
  movzx ecx, byte [esp]
  mov edi, b
  xor eax, eax
  rep stosb ; expect: uninit-value
  mov eax, 1
  xor ebx, ebx
  int 0x80
