; write is told of two pages, one of which was given back: the kernel writes as much as there is, without an error. exit 0
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
  mov eax, 11
  lea rdi, [rbx+4096]
  mov esi, 4096
  syscall
  mov eax, 1
  mov edi, 1
  lea rsi, [rbx+4090]
  mov edx, 10
  syscall ; expect: syscall-bad-address
  mov eax, 11
  mov rdi, rbx
  mov esi, 4096
  syscall
  xor edi, edi
  mov eax, 60
  syscall
