global _start
section .data
msg: db "hi",10
section .text
_start:
  mov eax, 1
  mov edi, 1
  mov rsi, msg
  lea rsi, [rel msg]
  mov edx, 3
  syscall
  jmp .end
.end:
  mov eax, 60
  xor edi, edi
  syscall
