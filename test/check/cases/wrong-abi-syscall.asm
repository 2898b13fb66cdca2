; A 32-bit program's write and exit with syscall. signal SIGILL
global _start
section .rodata
text: db "hello", 10
section .text
_start:
  mov eax, 4
  mov ebx, 1
  mov ecx, text
  mov edx, 6
  syscall ; expect: syscall-args
  ud2 ; expect: illegal-instruction
