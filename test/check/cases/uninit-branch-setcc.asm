; setcc of garbage, added up and compared. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov eax, [rsp]
  cmp eax, 5
  setg cl
  movzx ecx, cl
  add ecx, 1
  cmp ecx, 2
  je .x ; expect: uninit-branch
.x:
  mov eax, 60
  xor edi, edi
  syscall
