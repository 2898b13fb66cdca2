; a counted copy of 12 bytes from a text of 10. exit 0
global _start
section .data
t1: db "0123456789"
t2: db "abcdef"
section .bss
d: resb 32
section .text
_start:
  mov rsi, t1
  mov rdi, d
  mov ecx, 12
  rep movsb ; expect: global-overflow-read
  mov rsi, t1
  mov rdi, d
  mov ecx, 16
  rep movsb
  mov eax, 60
  xor edi, edi
  syscall
