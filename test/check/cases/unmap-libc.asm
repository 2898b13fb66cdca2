; munmap of libc, then strlen. signal SIGSEGV
global main
extern mmap, munmap, strlen
section .text
main:
  push rbx
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov ecx, 0x22
  mov r8, -1
  xor r9d, r9d
  call mmap
  mov rbx, rax
  mov rdi, rax
  mov esi, 4096
  call munmap
  mov rdi, rbx
  call strlen ; expect: use-after-unmap
  jmp $
