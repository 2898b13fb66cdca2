; A jump to a variable. signal SIGSEGV
global _start
section .data
table: dq 0, 1
section .text
_start:
  mov rax, table
  jmp rax ; expect: exec-nonexec
