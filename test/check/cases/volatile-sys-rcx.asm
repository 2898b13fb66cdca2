; loop with a syscall inside. exit 0
global _start
section .data
m: db "a"
section .text
_start:
  mov ecx, 1
  mov eax, 1
  mov edi, 1
  mov esi, m
  mov edx, 1
  syscall
  mov rbx, rcx ; expect: volatile-after-syscall
  mov eax, 60
  xor edi, edi
  syscall
