; _start written like a function. signal SIGSEGV
global _start
section .text
_start:
  push rbp
  mov rbp, rsp
  xor eax, eax
  pop rbp
  ret ; expect: ret-from-entry, null-jump
