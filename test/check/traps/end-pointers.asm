; A pointer one past the end of a block is no access and keeps the block. exit 0
global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 32
  call malloc
  lea rbx, [rax+32]
  mov rdx, rax
.fill:
  mov qword [rdx], 1
  add rdx, 8
  cmp rdx, rbx
  jb .fill
  lea rdi, [rbx-32]
  call free
  pop rbx
  xor eax, eax
  ret
