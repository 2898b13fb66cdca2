; The 64-bit number of exit in 32-bit code: 60 is umask there. exit 0
bits 32
global _start
section .text
_start:
  mov eax, 60 ; exit
  mov ebx, 5
  int 0x80 ; expect: syscall-args
  mov eax, 1
  xor ebx, ebx
  int 0x80
