; The same in 32 bits. exit 0
bits 32
global _start
section .text
_start:
  call fills
  xor ebx, ebx
  mov eax, 1
  int 0x80
fills:
  enter 8, 0
  lea edi, [ebp-8]
  mov ecx, 9
  mov al, 1
  rep stosb ; expect: stack-buffer-overflow-write
  leave
  ret
