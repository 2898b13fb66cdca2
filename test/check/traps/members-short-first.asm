; A packed epoll_event under the labels of its members. exit 0
global _start
section .text
_start:
  mov eax, 291
  xor edi, edi
  syscall
  mov ebx, eax
  mov eax, 284
  xor edi, edi
  syscall
  mov edx, eax
  mov edi, ebx
  mov esi, 1
  mov r10, event
  mov eax, 233
  syscall
  mov edi, eax
  neg edi
  mov eax, 60
  syscall
section .data
event: dd 1
user: dq 0
