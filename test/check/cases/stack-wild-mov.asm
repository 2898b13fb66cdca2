; rsp loaded from a wrong variable. signal SIGSEGV
global _start
section .data
saved: dq 0x1234
section .text
_start:
  mov rsp, [saved] ; expect: stack-pointer-wild
  push rax ; expect: null-deref
  jmp $
