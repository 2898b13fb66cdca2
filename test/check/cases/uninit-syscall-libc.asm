; libc's write hands a block on that nobody has filled; fwrite too. exit 0
global main
extern malloc, free, write
section .text
main:
  push rbx
  mov edi, 10
  call malloc
  mov rbx, rax
  mov edi, 1
  mov rsi, rbx
  mov edx, 10
  call write ; expect: uninit-syscall
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
