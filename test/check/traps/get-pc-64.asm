; The text to print is found through the return address. exit 0
global _start
section .text
_start:
  jmp .text
.print:
  pop rsi
  mov eax, 1
  mov edi, 1
  mov edx, 3
  syscall
  mov eax, 60
  xor edi, edi
  syscall
.text:
  call .print
  db "hi", 10
