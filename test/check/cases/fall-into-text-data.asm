; Data behind the last instruction in .text. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 1
  inc eax ; expect: fall-off-end
msg: db "hello", 0
