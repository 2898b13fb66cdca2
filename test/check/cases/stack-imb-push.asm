; A push too many before ret. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  xor edi, edi
  syscall
f:
  push 1
  push 2
  pop rax
  ret ; expect: stack-imbalance, null-jump
