; memcmp of blocks of which one was never set. exit 0
global main
extern malloc, free, memcmp, memset
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 13
  call malloc
  mov rbx, rax
  mov edi, 13
  call malloc
  mov r12, rax
  mov rdi, rbx
  mov esi, 'a'
  mov edx, 13
  call memset
  mov rdi, rbx
  mov rsi, r12
  mov edx, 13
  call memcmp ; expect: uninit-branch
  mov rdi, rbx
  call free
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
