; A global function pointer... garbage decides inside a callee, twice from one line. exit 0
global main
section .text
really:
  cmp dword [rdi], 0
  je .a ; expect: uninit-branch
.a:
  ret
main:
  sub rsp, 24
  lea rdi, [rsp]
  call really
  lea rdi, [rsp+8]
  call really
  add rsp, 24
  xor eax, eax
  ret
