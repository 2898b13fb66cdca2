; Mended by its quick fix: exit 4
extern strlen
global main
section .data
text: db "four", 0
section .text
main:
  mov rdi, text
  call strlen
  ret
