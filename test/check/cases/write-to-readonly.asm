; A variable in .rodata is counted up. signal SIGSEGV
global _start
section .rodata
counter: dd 0
section .text
_start:
  inc dword [counter] ; expect: write-to-readonly
  mov eax, 60
  xor edi, edi
  syscall
