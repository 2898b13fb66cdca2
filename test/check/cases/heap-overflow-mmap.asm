; mmap of 100 bytes, the 101st read. exit 0
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 100
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov byte [rbx+99], 1
  movzx ecx, byte [rbx+100] ; expect: heap-overflow-read
  mov dword [rbx+98], 1 ; expect: heap-overflow-write
  mov rdi, rbx
  mov esi, 100
  mov eax, 11
  syscall
  mov eax, 60
  xor edi, edi
  syscall
