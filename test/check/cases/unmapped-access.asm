; A number used as an address. signal SIGSEGV
global _start
section .text
_start:
  mov rbx, 0x123456789
  mov al, [rbx] ; expect: unmapped-access
  mov eax, 60
  syscall
