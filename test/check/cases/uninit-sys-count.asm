; The length of write comes from a local never set. exit 0
global _start
section .data
m: db "hello"
section .text
_start:
  sub rsp, 16
  mov edx, [rsp]
  mov eax, 1
  mov edi, 1
  mov esi, m
  syscall ; expect: uninit-syscall
  mov eax, 60
  xor edi, edi
  syscall
