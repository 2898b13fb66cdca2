; A loop in 32-bit code fills nine words of eight. exit 0
bits 32
global _start
section .text
_start:
  call fill
  mov eax, 1
  xor ebx, ebx
  int 0x80
fill:
  push ebp
  mov ebp, esp
  sub esp, 32
  lea edi, [ebp-32]
  xor eax, eax
.next:
  mov [edi+eax*4], eax ; expect: stack-buffer-overflow-write
  inc eax
  cmp eax, 9
  jb .next
  leave
  ret
