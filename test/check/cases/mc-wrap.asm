; A counter of calls around malloc, freed through the wrapper, one block forgotten. exit 0
global main
extern malloc, free
section .data
calls: dq 0
section .text
wmalloc:
  sub rsp, 8
  inc qword [calls]
  call malloc
  add rsp, 8
  ret
wfree:
  sub rsp, 8
  dec qword [calls]
  call free
  add rsp, 8
  ret
main:
  push rbx
  mov edi, 10
  call wmalloc
  mov rbx, rax
  mov edi, 20
  call wmalloc
  mov rdi, rbx
  call wfree
  pop rbx
  xor eax, eax
  ret ; expect: leak-definite
