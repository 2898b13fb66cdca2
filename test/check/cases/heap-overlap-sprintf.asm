; strcpy of a string onto its own tail. exit 0
global main
extern strcpy, strncpy
section .data
s: db "0123456789", 0
   times 8 db 0
section .text
main:
  sub rsp, 8
  mov edi, s
  mov esi, s+2
  call strcpy ; expect: overlap-copy
  mov edi, s+3
  mov esi, s
  mov edx, 4
  call strncpy ; expect: overlap-copy
  add rsp, 8
  xor eax, eax
  ret
