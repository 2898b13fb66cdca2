; r11 as a loop counter around write. exit 0
global _start
section .data
m: db "a"
section .text
_start:
  mov r11d, 2
  mov eax, 1
  mov edi, 1
  mov esi, m
  mov edx, 1
  syscall
  sub r11d, 1 ; expect: volatile-after-syscall
  mov eax, 60
  xor edi, edi
  syscall
