; sprintf into a variable with room for four. exit 0
global main
extern sprintf
section .data
fmt: db "%d", 0
buf: times 4 db 0
next: dq 0
section .text
main:
  sub rsp, 8
  mov edi, buf
  mov esi, fmt
  mov edx, 12345
  xor eax, eax
  call sprintf ; expect: global-overflow-write
  add rsp, 8
  xor eax, eax
  ret
