; The exit status is a local never set. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov edi, [rsp+4]
  mov eax, 60
  syscall ; expect: uninit-value
