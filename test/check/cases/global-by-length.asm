; The length of one array, worked out from its ends, reaches out of another one; and a distance walks past its own target. exit 0
global _start
section .data
first: db 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
second: db 1, 2, 3, 4
ends: dq first, second
section .bss
target: resb 4
other: resb 12
section .text
_start:
  mov rcx, [ends + 8]
  mov rsi, first
  sub rcx, rsi
  mov rdi, second
  mov byte [rdi + rcx], 1 ; expect: global-overflow-write
  mov rdi, target
  mov rsi, first
  sub rdi, rsi
  mov ecx, 5
.next:
  mov al, [rsi]
  mov [rsi + rdi], al ; expect: global-overflow-write
  inc rsi
  dec ecx
  jnz .next
  xor edi, edi
  mov eax, 60
  syscall
