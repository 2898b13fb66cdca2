; realloc moves the block; the old pointer is dead. exit 0
global main
extern malloc, realloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov edi, 24
  call malloc
  mov rbx, rax
  mov rdi, rax
  mov esi, 2000
  call realloc
  mov r12, rax
  mov qword [rbx], 1 ; expect: use-after-free-write
  mov rdi, r12
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
