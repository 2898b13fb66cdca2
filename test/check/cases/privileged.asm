; hlt is for the kernel only. signal SIGSEGV
global _start
section .text
_start:
  hlt ; expect: illegal-instruction
