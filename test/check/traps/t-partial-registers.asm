; al, ah, ax of a register never set. exit 0
global _start
section .text
_start:
  sub rsp, 16
  mov rax, [rsp]
  mov al, 5
  mov ah, 1
  cmp ax, 0x105
  jne .bad
  movzx ecx, al
  cmp ecx, 5
  jne .bad
  mov rdx, [rsp+8]
  mov dl, 9
  mov [rsp+3], dl
  cmp byte [rsp+3], 9
  jne .bad
  xor edi, edi
  mov eax, 60
  syscall
.bad:
  mov edi, 1
  mov eax, 60
  syscall
