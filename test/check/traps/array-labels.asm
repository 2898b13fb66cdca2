; One array with labels inside it, walked from end to end by a register. exit 45
global _start
section .data
first: db 1, 2, 3
second: db 4, 5, 6
third: db 7, 8, 9
last:
section .text
_start:
  mov rsi, first
  xor edi, edi
.next:
  movzx eax, byte [rsi]
  add edi, eax
  inc rsi
  cmp rsi, last
  jb .next
  mov eax, 60
  syscall
