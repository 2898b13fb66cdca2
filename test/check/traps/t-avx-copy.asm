; A copy by 32 bytes with an overlapping tail. exit 0
global _start
section .data
s: times 50 db 'x'
section .bss
d: resb 50
section .text
_start:
  vmovdqu ymm0, [s]
  vmovdqu ymm1, [s+18]
  vmovdqu [d], ymm0
  vmovdqu [d+18], ymm1
  vzeroupper
  movzx edi, byte [d+49]
  sub edi, 'x'
  mov eax, 60
  syscall
