; mmap fails, its result is used as a pointer. signal SIGSEGV
global _start
section .text
_start:
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  mov r9d, 1
  mov eax, 9
  syscall ; expect: syscall-args
  mov byte [rax], 1 ; expect: unchecked-syscall-error
  mov eax, 60
  syscall
