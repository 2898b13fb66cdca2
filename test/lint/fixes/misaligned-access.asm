; Mended by its quick fix: exit 3
global _start
section .data
align 16
one: db 1
four: dd 3, 2, 1, 0
section .text
_start:
  movdqa xmm0, [four]
  movd edi, xmm0
  mov eax, 60
  syscall
