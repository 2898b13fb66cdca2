; Lea-based multiplication, loops with rep cmpsb, memmove-like backward copy. exit 0
global _start
section .data
a: db "abcdef"
b: db "abcdef"
section .text
_start:
  mov rsi, a
  mov rdi, b
  mov ecx, 6
  repe cmpsb
  jne .bad
  lea rsi, [a+4]
  lea rdi, [a+5]
  mov ecx, 5
  std
  rep movsb
  cld
  xor edi, edi
  jmp .o
.bad: mov edi, 1
.o: mov eax, 60
  syscall
