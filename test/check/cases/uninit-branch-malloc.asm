; A flag in a malloc'ed record is tested before it was set. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  mov dword [rbx], 5
  cmp dword [rbx+4], 0
  je .no ; expect: uninit-branch
  nop
.no:
  mov rdi, rbx
  call free
  pop rbx
  xor eax, eax
  ret
