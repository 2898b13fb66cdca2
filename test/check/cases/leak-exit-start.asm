; Without main: _start calls malloc of libc and leaves by system call. exit 0
global main
extern malloc
section .text
main:
  sub rsp, 8
  mov edi, 10
  call malloc
  xor eax, eax
  mov eax, 231
  xor edi, edi
  syscall ; expect: leak-definite
