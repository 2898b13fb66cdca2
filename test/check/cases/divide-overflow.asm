; rdx was not cleared: the quotient does not fit. signal SIGFPE
global _start
section .text
_start:
  mov rdx, 7
  mov rax, 100
  mov rcx, 5
  div rcx ; expect: divide-error
  mov eax, 60
  syscall
