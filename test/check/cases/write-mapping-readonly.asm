; A mapping made for reading only. signal SIGSEGV
global _start
section .text
_start:
  xor edi, edi
  mov esi, 4096
  mov edx, 1
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov byte [rax], 1 ; expect: write-to-readonly
  mov eax, 60
  syscall
