; if (*p) of a block never set. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 4
  call malloc
  mov rbx, rax
  cmp dword [rbx], 0
  jne .n ; expect: uninit-branch
.n:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
