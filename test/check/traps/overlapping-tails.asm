; 13 bytes are copied by two overlapping quadwords. exit 77
global main
extern malloc, free
section .data
from: db "ABCDEFGHIJKLM"
section .text
main:
  push rbx
  mov edi, 13
  call malloc
  mov rbx, rax
  mov rcx, [from]
  mov rdx, [from+5]
  mov [rbx], rcx
  mov [rbx+5], rdx
  movzx r8d, byte [rbx+12]
  push r8
  sub rsp, 8
  mov rdi, rbx
  call free
  add rsp, 8
  pop rax
  pop rbx
  ret
