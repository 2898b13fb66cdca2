; An index not sign-extended. signal SIGSEGV
global _start
section .data
a: dd 1,2,3
section .text
_start:
  mov ecx, -1
  mov eax, [a+rcx*4] ; expect: unmapped-access
  mov eax, 60
  syscall
