; read is told that the variable is longer than it is. exit 3
; input: abc
global _start
section .bss
line: resb 10
count: resq 1
section .text
_start:
  xor eax, eax
  xor edi, edi
  mov rsi, line
  mov edx, 100
  syscall ; expect: syscall-bad-address
  mov edi, eax
  mov eax, 60
  syscall
