; A variable behind the code, in .text. signal SIGSEGV
global _start
section .text
_start:
  mov dword [counter], 1 ; expect: write-to-readonly
  mov eax, 60
  xor edi, edi
  syscall
counter: dd 0
