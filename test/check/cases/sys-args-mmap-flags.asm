; mmap without MAP_PRIVATE or MAP_SHARED. exit 0
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x20
  mov r8, -1
  xor r9d, r9d
  syscall ; expect: syscall-args
  mov eax, 60
  xor edi, edi
  syscall
