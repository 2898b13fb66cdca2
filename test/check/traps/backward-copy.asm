; rep movsb with the direction flag set moves up inside its own range. exit 97
global _start
section .data
text: db "abcdef", 0, 0
section .text
_start:
  std
  mov rsi, text+5
  mov rdi, text+7
  mov ecx, 6
  rep movsb
  cld
  movzx edi, byte [text+2]
  mov eax, 60
  syscall
