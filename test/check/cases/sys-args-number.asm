; Number 4 in 64-bit code is stat. exit 0
global _start
section .data
m: db "hi", 10
section .text
_start:
  mov eax, 4 ; sys_write
  mov ebx, 1
  mov ecx, m
  mov edx, 3
  syscall ; expect: syscall-args
  mov eax, 60
  xor edi, edi
  syscall
