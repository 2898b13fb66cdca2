; write without its length: nothing is written. exit 0
global _start
section .rodata
text: db "hello", 10
section .text
_start:
  mov eax, 1
  mov edi, 1
  mov rsi, text
  syscall ; expect: syscall-args
  mov eax, 60
  xor edi, edi
  syscall
