; A garbage argument passed through a call decides. exit 0
global main
section .text
gcc_cant_inline_me:
  cmp edi, 1
  je .y ; expect: uninit-branch
  mov eax, 0
  ret
.y:
  mov eax, 1
  ret
main:
  sub rsp, 24
  mov edi, [rsp+8]
  call gcc_cant_inline_me
  add rsp, 24
  ret
