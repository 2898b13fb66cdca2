; The walk from the end goes one element too far down. exit 0
global _start
section .data
guard: dq 0
numbers: dq 4, 5, 6
section .text
_start:
  lea rsi, [rel numbers]
  mov ecx, 2
.next:
  mov rax, [rsi+rcx*8] ; expect: global-overflow-read
  dec rcx
  cmp rcx, -1
  jge .next
  mov rax, [rsi-8] ; expect: global-overflow-read
  xor edi, edi
  mov eax, 60
  syscall
