; Generated code in mmap. exit 42
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 4096
  mov edx, 7
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov dword [rbx], 0x00002ab8
  mov word [rbx+4], 0xc300
  call rbx
  mov r12d, eax
  mov rdi, rbx
  mov esi, 4096
  mov eax, 11
  syscall
  mov edi, r12d
  mov eax, 60
  syscall
