; free of memory from mmap. signal SIGSEGV
global main
extern mmap, free
section .text
main:
  sub rsp, 8
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov ecx, 0x22
  mov r8, -1
  xor r9d, r9d
  call mmap
  mov rdi, rax
  call free ; expect: invalid-free, unmapped-access
  add rsp, 8
  xor eax, eax
  ret
