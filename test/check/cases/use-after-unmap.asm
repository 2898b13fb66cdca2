; The mapping is gone. signal SIGSEGV
global _start
section .text
_start:
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov rbx, rax
  mov rdi, rax
  mov esi, 4096
  mov eax, 11
  syscall
  mov byte [rbx+5], 1 ; expect: use-after-unmap
  mov eax, 60
  syscall
