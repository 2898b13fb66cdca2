; Two arrays side by side, the second reached from a pointer into the first by the distance of their labels. exit 0
global _start
section .data
places: dq 1, 2, 3
speeds: dq 4, 5, 6
section .text
_start:
  lea rsi, [rel places]
  mov ecx, 3
.next:
  mov rax, [rsi + speeds - places]
  add [rsi], rax
  add rsi, 8
  dec ecx
  jnz .next
  xor edi, edi
  mov eax, 60
  syscall
