; A length in pages where bytes were meant: three pages of four stay. exit 0
global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 16384
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  mov qword [rbx], 1
  mov rdi, rbx
  mov esi, 4
  mov eax, 11
  syscall ; expect: partial-unmap
  mov eax, 60
  xor edi, edi
  syscall ; expect: leak-mapping
