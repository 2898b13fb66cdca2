; Two constants under names of their own, loaded as one vector. exit 7
global _start
section .data
align 16
low: dq 7
high: dq 9
section .text
_start:
  movdqa xmm0, [low]
  movq rdi, xmm0
  mov eax, 60
  syscall
