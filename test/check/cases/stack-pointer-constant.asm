; A constant for the stack's address: NASM writes mov esp, but nothing is truncated. signal SIGSEGV
global _start
section .text
_start:
  mov rsp, 0x123450 ; expect: stack-pointer-wild
  push rax ; expect: unmapped-access
  mov eax, 60
  syscall
