; A pointer runs over the end of its buffer into the variable behind it. exit 0
global _start
section .bss
line: resb 8
count: resd 1
section .text
_start:
  mov rdi, line
  mov ecx, 9
.next:
  mov byte [rdi], '*' ; expect: global-overflow-write
  inc rdi
  dec ecx
  jnz .next
  xor edi, edi
  mov eax, 60
  syscall
