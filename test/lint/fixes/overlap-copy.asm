; Mended by its quick fix: exit 51
extern memcpy, memmove
global main
section .data
text: db "0123456789", 0
section .text
main:
  sub rsp, 8
  mov rdi, text+1
  mov rsi, text
  mov edx, 6
  call memcpy
  movzx eax, byte [text+4]
  add rsp, 8
  ret
