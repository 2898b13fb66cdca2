; An index that goes to 5 in an array of 5. exit 0
global _start
section .data
prices: dd 10, 20, 30, 40, 50
total: dd 0
section .text
_start:
  xor ecx, ecx
.next:
  mov eax, [prices+rcx*4] ; expect: global-overflow-read
  add [total], eax
  inc ecx
  cmp ecx, 5
  jbe .next
  xor edi, edi
  mov eax, 60
  syscall
