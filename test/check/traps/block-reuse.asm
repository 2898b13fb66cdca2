; Blocks are freed and allocated many times. exit 0
global main
extern malloc, realloc, free
section .text
main:
  push rbx
  push r12
  sub rsp, 8
  mov r12d, 50
.again:
  lea edi, [r12+1]
  call malloc
  mov rbx, rax
  mov byte [rbx+r12], 1
  mov rdi, rbx
  lea esi, [r12*4]
  call realloc
  mov byte [rax+r12*4-1], 1
  mov rdi, rax
  call free
  dec r12d
  jnz .again
  xor edi, edi
  call free
  add rsp, 8
  pop r12
  pop rbx
  xor eax, eax
  ret
