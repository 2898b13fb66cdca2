; All copying functions with ranges that overlap. exit 0
global main
extern memcpy, strcpy, strcat, strncpy, strncat, stpcpy
section .data
x: times 100 db 'a'
   db 0
   times 100 db 0
section .text
main:
  sub rsp, 8
  mov edi, x+20
  mov esi, x
  mov edx, 21
  call memcpy ; expect: overlap-copy
  mov edi, x
  mov esi, x+20
  mov edx, 21
  call memcpy ; expect: overlap-copy
  mov edi, x+20
  mov esi, x
  mov edx, 20
  call memcpy
  mov edi, x+20
  mov esi, x
  mov edx, 21
  call strncpy ; expect: overlap-copy
  mov byte [x+39], 0
  mov edi, x
  mov esi, x+20
  call strcpy
  mov edi, x
  mov esi, x+5
  call strcpy ; expect: overlap-copy
  mov edi, x
  mov esi, x
  mov edx, 4
  call strncat ; expect: overlap-copy
  mov edi, x
  mov esi, x+3
  call strcat ; expect: overlap-copy
  mov edi, x
  mov esi, x+3
  call stpcpy ; expect: overlap-copy
  add rsp, 8
  xor eax, eax
  ret
