; Mended by its quick fix: exit 44
global _start
section .data
LIMIT equ 300
small: db 300
named: db LIMIT
section .text
_start:
  movzx edi, word [small]
  sub edi, 256
  mov eax, 60
  syscall
