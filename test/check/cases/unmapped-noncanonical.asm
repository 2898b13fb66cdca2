; Eight characters used as a pointer: not canonical. signal SIGSEGV
global _start
section .data
name: db "Marianne"
section .text
_start:
  mov rbx, [name]
  mov al, [rbx] ; expect: unmapped-access
  mov eax, 60
  syscall
