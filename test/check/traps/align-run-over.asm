; Padding in the middle of code is run over. exit 0
global _start
section .text
_start:
  xor ebx,ebx
  align 16
.l: inc ebx
  cmp ebx,5
  jb .l
  align 16
  align 8
  mov ecx,3
  align 4
  align 16
  align 8
.m: dec ecx
  jnz .m
  mov eax,60
  xor edi,edi
  syscall
