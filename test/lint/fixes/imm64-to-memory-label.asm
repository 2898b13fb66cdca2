; Mended by its quick fix: exit 17
global _start
section .bss
value: resq 1
section .text
_start:
.L1: mov qword [value], 0x1100000000
  mov rdi, [value]
  shr rdi, 32
  mov eax, 60
  syscall
