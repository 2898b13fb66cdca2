; A search runs off a list. signal SIGSEGV
global _start
section .data
n1: dq n2, 1
n2: dq 0, 2
section .text
_start:
  mov rbx, n1
.l:
  cmp qword [rbx+8], 9 ; expect: null-deref
  je .f
  mov rbx, [rbx]
  jmp .l
.f:
  mov eax, 60
  syscall
