; Mended by its quick fix: exit 3
extern strcmp
global main
section .rodata
first: db "pear", 0
second: db "pear", 0
section .text
main:
  sub rsp, 8
  mov edi, first
  mov esi, second
  call strcmp
  jz .same
  xor eax, eax
  add rsp, 8
  ret
.same:
  mov eax, 3
  add rsp, 8
  ret
