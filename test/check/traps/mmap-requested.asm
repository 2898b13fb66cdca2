; A mapping that is not a multiple of a page, used to its last byte and given back. exit 0
global _start
section .text
_start:
  xor edi, edi
  mov esi, 5000
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  mov eax, 9
  syscall
  test rax, rax
  js .end
  mov byte [rax+4999], 1
  mov rdi, rax
  mov esi, 5000
  mov eax, 11
  syscall
.end:
  mov eax, 60
  xor edi, edi
  syscall
