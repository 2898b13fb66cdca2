; Text used as a pointer. signal SIGSEGV
global _start
section .data
name: db "Marie", 0, 0, 0
section .text
_start:
  mov rbx, [name]
  mov al, [rbx] ; expect: unmapped-access
  mov eax, 60
  syscall
