; A byte read and written as a quadword. exit 0
global _start
section .data
small: db 1
other: db 2, 3, 4, 5, 6, 7, 8, 9
section .text
_start:
  mov rax, [small] ; expect: element-size-mismatch
  mov [small], eax ; expect: element-size-mismatch
  mov al, [small]
  mov rax, [other]
  mov eax, 60
  xor edi, edi
  syscall
