global _start
section .rodata
msg: db "hi",10
section .bss
buffer: resb 5
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, msg
  mov edx, 3
  int 0x80
  mov [buffer], al
  mov eax, 1
  xor ebx, ebx
  int 0x80
