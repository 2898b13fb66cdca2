; A pop too many: ret takes argc. signal SIGSEGV
global _start
section .text
_start:
  call work
  mov eax, 60
  xor edi, edi
  syscall
work:
  pop rax
  ret ; expect: stack-imbalance, null-jump
