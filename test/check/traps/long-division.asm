; 128-bit division chain. exit 0
global _start
section .data
num: dq 5, 7
section .text
_start:
  xor edx, edx
  mov rax, [num+8]
  mov rcx, 10
  div rcx
  mov [num+8], rax
  mov rax, [num]
  div rcx
  mov [num], rax
  mov eax, 60
  xor edi, edi
  syscall
