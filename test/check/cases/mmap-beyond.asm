; 100 bytes were asked for; the page has more, but they are not the program's. exit 0
global _start
section .text
_start:
  xor edi, edi
  mov esi, 100
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  mov rbx, rax
  mov byte [rbx+99], 1
  mov byte [rbx+100], 1 ; expect: heap-overflow-write
  mov rdi, rbx
  mov esi, 100
  mov eax, 11
  syscall
  mov eax, 60
  xor edi, edi
  syscall
