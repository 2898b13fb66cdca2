; if (x) of a local never set. exit 0
global main
section .text
main:
  sub rsp, 24
  mov eax, [rsp+12]
  test eax, eax
  jz .z ; expect: uninit-branch
.z:
  add rsp, 24
  xor eax, eax
  ret
