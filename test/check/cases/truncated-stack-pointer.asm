; A 32-bit prologue in 64-bit code. signal SIGSEGV
global _start
section .text
_start:
  push rbp
  mov ebp, esp ; expect: truncated-stack-pointer
  sub esp, 16 ; expect: truncated-stack-pointer
  mov dword [rbp-4], 1 ; expect: unmapped-access
  mov eax, 60
  syscall
