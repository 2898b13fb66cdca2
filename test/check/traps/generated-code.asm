; Code is written at run time and then made executable. exit 33
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
  mov byte [rbx], 0xb8
  mov dword [rbx+1], 33
  mov byte [rbx+5], 0xc3
  mov rdi, rbx
  mov esi, 4096
  mov edx, 5
  mov eax, 10
  syscall
  call rbx
  mov edi, eax
  mov eax, 60
  syscall
