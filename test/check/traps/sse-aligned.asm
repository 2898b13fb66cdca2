; movaps where the section is aligned, movups elsewhere. exit 0
global _start
section .data
align 16
four: dd 1.0, 2.0, 3.0, 4.0
odd: db 0
five: dd 1.0, 2.0, 3.0, 4.0
section .text
_start:
  movaps xmm0, [four]
  movups xmm1, [five]
  addps xmm0, xmm1
  xor edi, edi
  mov eax, 60
  syscall
