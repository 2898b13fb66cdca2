; The block is lost, and the program ends by system call. exit 3
global _start
extern malloc
section .text
_start:
  mov edi, 32
  call malloc
  xor eax, eax
  mov edi, 3
  mov eax, 60
  syscall ; expect: leak-definite
