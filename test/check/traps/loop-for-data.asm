; Data stands between functions, and is jumped over. exit 6
global _start
section .text
_start:
  jmp start
table: db 1, 2, 3
start:
  xor ecx, ecx
  xor edi, edi
next:
  movzx eax, byte [table+rcx]
  add edi, eax
  inc ecx
  cmp ecx, 3
  jne next
  mov eax, 60
  syscall
