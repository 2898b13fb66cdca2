; memcpy and strcpy between overlapping ranges; memmove may. exit 0
global main
extern memcpy, memmove, strcpy
section .data
text: db "0123456789", 0
      times 21 db 0
section .text
main:
  sub rsp, 8
  mov edi, text+2
  mov esi, text
  mov edx, 4
  call memcpy ; expect: overlap-copy
  mov edi, text+2
  mov esi, text
  mov edx, 4
  call memmove
  mov edi, text
  mov esi, text+4
  mov edx, 4
  call memcpy
  mov edi, text
  mov esi, text+2
  call strcpy ; expect: overlap-copy
  add rsp, 8
  xor eax, eax
  ret
