; A signal mask that was never set. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov eax, 14
  mov edi, 2
  mov rsi, rsp
  xor edx, edx
  mov r10d, 8
  syscall ; expect: uninit-syscall
  mov eax, 60
  xor edi, edi
  syscall
