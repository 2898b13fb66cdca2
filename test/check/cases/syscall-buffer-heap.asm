; The kernel reads more of a block than there is. exit 0
global main
extern malloc, free, memset
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov esi, 10
  mov edx, 8
  call memset
  mov eax, 1
  mov edi, 1
  mov rsi, rbx
  mov edx, 9
  syscall ; expect: syscall-bad-address
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
