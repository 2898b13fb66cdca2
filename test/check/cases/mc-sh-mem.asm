; Shared mapping: sizes 1, 2, 4, 8, defined or not. Anonymous memory is zero. exit 0
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x21
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  sub rsp, 16
  mov al, [rsp]
  mov [rbx+5], al
  cmp byte [rbx+4], 0
  jne .x
  cmp byte [rbx+5], 0
  jne .x ; expect: uninit-branch
.x:
  mov rdi, rbx
  mov esi, 4096
  mov eax, 11
  syscall
  mov eax, 60
  xor edi, edi
  syscall
