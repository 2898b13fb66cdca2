; read into .rodata. exit 0
; input: hello
global _start
section .rodata
b: times 16 db 0
section .text
_start:
  xor eax, eax
  xor edi, edi
  mov esi, b
  mov edx, 5
  syscall ; expect: syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
