; A push without its pop. signal SIGSEGV
global _start
section .text
_start:
  call work
  mov eax, 60
  xor edi, edi
  syscall
work:
  push rbx
  mov ebx, 5
  ret ; expect: stack-imbalance, null-jump
