; mov ebp, esp in 64-bit code. signal SIGSEGV
global _start
section .text
_start:
  call f
  mov eax, 60
  syscall
f:
  push rbp
  mov ebp, esp ; expect: truncated-stack-pointer
  mov eax, [rbp+16] ; expect: unmapped-access
  pop rbp
  ret
