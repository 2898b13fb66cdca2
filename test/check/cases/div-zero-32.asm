; 32-bit average of no numbers. signal SIGFPE
bits 32
global _start
section .data
sum: dd 10
n: dd 0
section .text
_start:
  mov eax, [sum]
  cdq
  idiv dword [n] ; expect: divide-error
  jmp $
