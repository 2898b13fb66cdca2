; pops until a zero that never comes... reads above the stack. signal SIGSEGV
global _start
section .text
_start:
.l:
  pop rax ; expect: stack-underflow
  jmp .l
