; strcat in .data grows past its room. exit 0
global main
extern strcat
section .data
buf: db "abc", 0, 0, 0
next: db "xyz", 0
add: db "defgh", 0
section .text
main:
  sub rsp, 8
  mov edi, buf
  mov esi, add
  call strcat ; expect: global-overflow-write
  add rsp, 8
  xor eax, eax
  ret
