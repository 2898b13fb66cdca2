; mmap without munmap, the address forgotten. exit 0
global _start
section .text
_start:
  xor edi, edi
  mov esi, 8192
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov byte [rax], 1
  xor edi, edi
  mov eax, 60
  syscall ; expect: leak-mapping
