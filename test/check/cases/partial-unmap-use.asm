; The first page of two is returned, and used. signal SIGSEGV
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 8192
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov rdi, rbx
  mov esi, 4096
  mov eax, 11
  syscall
  mov byte [rbx+4096], 1
  mov byte [rbx], 1 ; expect: partial-unmap, use-after-unmap
  jmp $
