; An own operator new on top of malloc, annotated... not needed: blocks are malloc's. exit 0
global main
extern malloc, free
section .text
new:
  sub rsp, 8
  call malloc
  add rsp, 8
  ret
main:
  sub rsp, 8
  mov edi, 40
  call new
  mov ecx, [rax+36]
  cmp ecx, 0
  je .x ; expect: uninit-branch
.x:
  mov dword [rax+40], 1 ; expect: heap-overflow-write
  add rsp, 8
  xor eax, eax
  ret ; expect: leak-definite
