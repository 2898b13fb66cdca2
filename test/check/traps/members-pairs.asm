; Pairs of numbers under labels of their own, as large as a structure of 32-bit code but none. exit 0
global _start
section .text
_start:
  mov eax, 38
  xor edi, edi
  mov rsi, interval
  xor edx, edx
  syscall
  mov ebx, eax
  mov eax, 35
  mov rdi, seconds
  xor esi, esi
  syscall
  lea edi, [rax+rbx]
  neg edi
  mov eax, 60
  syscall
section .data
interval: dq 0, 0
first: dq 0, 0
seconds: dd 0, 0
nanoseconds: dd 0, 0
