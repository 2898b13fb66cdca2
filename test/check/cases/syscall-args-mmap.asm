; Neither MAP_PRIVATE nor MAP_SHARED. exit 0
global _start
section .text
_start:
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x20
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall ; expect: syscall-args
  mov eax, 60
  xor edi, edi
  syscall
