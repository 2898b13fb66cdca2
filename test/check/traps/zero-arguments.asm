; Registers start as zero, and zero is meant: the descriptor of read, the flags of mmap's file, the status. exit 0
global _start
section .bss
buffer: resb 16
section .text
_start:
  mov ebx, 60
  mov esi, buffer
  mov edx, 16
  syscall
  mov eax, ebx
  syscall
