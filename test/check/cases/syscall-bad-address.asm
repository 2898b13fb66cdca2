; write is given a length where the address belongs, read a read-only buffer. exit 0
; input: abc
global _start
section .rodata
text: db "hello", 10
section .text
_start:
  mov eax, 1
  mov edi, 1
  mov esi, 6
  mov edx, 6
  syscall ; expect: syscall-bad-address
  xor eax, eax
  xor edi, edi
  mov rsi, text
  mov edx, 3
  syscall ; expect: syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
