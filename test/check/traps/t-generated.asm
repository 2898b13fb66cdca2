; Code is written into a page from mmap, run, changed, run again. exit 0
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
  mov byte [rbx], 0xb8
  mov dword [rbx+1], 5
  mov byte [rbx+5], 0xc3
  call rbx
  mov r12d, eax
  mov dword [rbx+1], 6
  call rbx
  add r12d, eax
  mov rdi, rbx
  mov esi, 4096
  mov eax, 11
  syscall
  lea edi, [r12-11]
  mov eax, 60
  syscall
