; `call strcmp` followed by jz, as if a function's result were in the flags. exit 0
extern strcmp
section .rodata
one: db "yes", 0
other: db "no", 0
section .text
global main
main:
  sub rsp, 8
  mov edi, one
  mov esi, other
  call strcmp
  mov edx, 1
  jz .same ; expect: uninit-branch
  dec edx
.same:
  xor eax, eax
  add rsp, 8
  ret
