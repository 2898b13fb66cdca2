; The kernel is told to write past a block. exit 0
; input: 0123456789abcdefghij
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 10
  call malloc
  mov rbx, rax
  mov rsi, rax
  mov edx, 20
  xor edi, edi
  xor eax, eax
  syscall ; expect: syscall-bad-address
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
