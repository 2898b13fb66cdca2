; A string without its zero byte is printed on into the next variable. exit 0
global main
extern printf
section .data
name: db "bob"
count: dd 0x41414141
stop: db 0
fmt: db "%s", 10, 0
section .text
main:
  sub rsp, 8
  mov edi, fmt
  mov esi, name
  xor eax, eax
  call printf ; expect: global-overflow-read
  add rsp, 8
  xor eax, eax
  ret
