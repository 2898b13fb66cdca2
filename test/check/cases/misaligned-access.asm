; movaps on a label 8 bytes off. signal SIGSEGV
global _start
section .data
align 16
pad: dq 0
four: dd 1.0, 2.0, 3.0, 4.0
section .text
_start:
  movaps xmm0, [four] ; expect: misaligned-access
  mov eax, 60
  syscall
