; read of 100 bytes into a variable of ten. exit 0
; input: hello
global _start
section .bss
b: resb 10
rest: resb 200
section .text
_start:
  xor eax, eax
  xor edi, edi
  mov esi, b
  mov edx, 100
  syscall ; expect: syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
