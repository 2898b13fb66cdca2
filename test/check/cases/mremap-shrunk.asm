; mremap gives back a part of a page: what lies behind is no longer the program's. exit 0
global _start
section .text
_start:
  xor edi, edi
  mov esi, 64
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov rbx, rax
  mov byte [rbx + 40], 1
  mov rdi, rax
  mov esi, 64
  mov edx, 16
  mov r10d, 1
  mov eax, 25
  syscall
  mov byte [rax + 15], 1
  mov byte [rax + 16], 1 ; expect: heap-overflow-write
  mov rdi, rax
  mov esi, 16
  mov eax, 11
  syscall
  xor edi, edi
  mov eax, 60
  syscall
