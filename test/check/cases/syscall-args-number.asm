; The 32-bit number of write in 64-bit code. exit 0
global _start
section .rodata
text: db "hello", 10
section .text
_start:
  mov edx, 6
  mov rsi, text
  mov edi, 1
  mov eax, 4 ; write
  syscall ; expect: syscall-args, syscall-bad-address
  mov eax, 60
  xor edi, edi
  syscall
