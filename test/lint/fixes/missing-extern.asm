; Mended by its quick fix: exit 3
global main
section .data
text: db "abc", 0
section .text
main:
  sub rsp, 8
  mov rdi, text
  call strlen
  add rsp, 8
  ret
