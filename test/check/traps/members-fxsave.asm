; Areas of the floating-point state in parts with labels of their own. exit 0
global _start
section .text
_start:
  fxsave [area]
  fxrstor [area]
  fnstenv [control]
  fldenv [control]
  fnsave [half]
  frstor [half]
  xor edi, edi
  mov eax, 60
  syscall
section .bss
alignb 16
area: resb 24
mxcsr: resd 1
mask: resd 1
registers: resb 480
control: resd 1
status: resd 1
tags: resd 1
pointers: resd 4
half: resb 28
top: resb 10
others: resb 70
