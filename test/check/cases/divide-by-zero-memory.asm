; idiv by a variable that is 0. signal SIGFPE
global _start
section .bss
count: resd 1
section .text
_start:
  mov eax, 10
  cdq
  idiv dword [count] ; expect: divide-error
  mov eax, 60
  syscall
