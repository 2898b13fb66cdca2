; Tables that are searched up to the element at their end label, which nothing names. exit 17
global _start
section .data
table: dd 1, 2, 3
table_end: dd -1
halves: dw 4, 7
halves_end: dw -1
section .text
sum:
  xor eax, eax
.next:
  mov edx, [rsi]
  cmp edx, -1
  je .done
  add eax, edx
  add rsi, 4
  jmp .next
.done:
  ret
halves_sum:
  xor eax, eax
.next:
  movsx edx, word [rsi]
  inc edx
  jz .done
  lea eax, [rax + rdx - 1]
  add rsi, 2
  jmp .next
.done:
  ret
_start:
  mov rsi, table
  call sum
  mov ebx, eax
  mov rsi, halves
  call halves_sum
  lea edi, [rbx + rax]
  mov eax, 60
  syscall
