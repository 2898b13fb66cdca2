; 32-bit bubble sort compares the last element with what lies behind. exit 0
bits 32
global _start
section .data
a: dd 5, 3, 9, 1
guard: dd 0x7fffffff
section .text
_start:
  mov ecx, 4
  mov esi, a
.n:
  mov eax, [esi]
  cmp eax, [esi+4] ; expect: global-overflow-read
  jle .k
  xchg eax, [esi+4]
  mov [esi], eax
.k:
  add esi, 4
  dec ecx
  jnz .n
  mov eax, 1
  xor ebx, ebx
  int 0x80
