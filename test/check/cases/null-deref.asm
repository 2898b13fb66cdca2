; A pointer that nobody set. signal SIGSEGV
global _start
section .bss
pointer: resq 1
section .text
_start:
  mov rbx, [pointer]
  mov eax, [rbx+16] ; expect: null-deref
  mov eax, 60
  syscall
