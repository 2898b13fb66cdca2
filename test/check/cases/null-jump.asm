; A call through an empty table entry. signal SIGSEGV
global _start
section .data
table: dq 0
section .text
_start:
  call [table] ; expect: null-jump
