; A jump to code in .data. signal SIGSEGV
global _start
section .data
code: db 0xc3
section .text
_start:
  mov rax, code
  call rax ; expect: exec-nonexec
