; A mapping that mremap grows in place stays one, and what mprotect cuts stays one, too. exit 0
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov rdi, rax
  mov esi, 4096
  mov edx, 12288
  mov r10d, 1
  mov eax, 25
  syscall
  mov rbx, rax
  mov byte [rbx+8192], 1
  lea rdi, [rbx+4096]
  mov esi, 4096
  mov edx, 1
  mov eax, 10
  syscall
  xor edi, edi
  xor ebp, ebp
  mov eax, 60
  syscall
