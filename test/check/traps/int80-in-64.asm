; int 0x80 in 64-bit code with arguments below 4 GiB. exit 4
global _start
section .data
text: db "old", 10
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, text
  mov edx, 4
  int 0x80
  mov ebx, eax
  mov eax, 1
  int 0x80
