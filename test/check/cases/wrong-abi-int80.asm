; The exit of 64-bit code with int 0x80. signal SIGILL
global _start
section .text
_start:
  mov eax, 60
  mov edi, 3
  int 0x80 ; expect: syscall-args
  ud2 ; expect: illegal-instruction
