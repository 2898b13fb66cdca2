; Pointers that leave an object only by name: end labels, lengths by equ, records of several labels, one past the end. exit 0
global _start
section .data
first: db "ab"
second: db "cd"
both equ $ - first
list: dd 1, 2
more: dd 3, 4
list_end:
hexed: db "0x"
digits: db "00", 10
hexed_len equ $ - hexed
section .bss
pad: resb 3
tally: resb 1
section .text
_start:
  mov rsi, first
  mov ecx, both
  xor eax, eax
.sum:
  add al, [rsi]
  inc rsi
  loop .sum
  mov esi, list
.walk:
  add eax, [rsi]
  add rsi, 4
  cmp rsi, list_end
  jb .walk
  mov edi, hexed
  add edi, hexed_len-2
  mov byte [rdi], '7'
  lea rdi, [rel pad+3]
  sub rdi, 1
  mov byte [rdi], 1
  mov rbx, list_end
  mov edx, [rbx-4]
  mov rsi, list
  mov rdi, more
  mov rax, rdi
  sub rax, rsi
  shr rax, 3
  lea edi, [rax-1]
  mov eax, 60
  syscall
