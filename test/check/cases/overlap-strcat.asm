; strcat of a text's own tail, strcpy one to the left, mempcpy inside one buffer. exit 0
global main
extern strcat, strcpy, mempcpy
section .data
text: db "abcdefghij", 0
      times 40 db 0
section .text
main:
  sub rsp, 8
  lea rdi, [text+16]
  lea rsi, [text+2]
  call strcpy
  mov edi, text
  lea rsi, [text+1]
  call strcpy ; expect: overlap-copy
  mov edi, text
  lea rsi, [text+4]
  mov edx, 6
  call mempcpy ; expect: overlap-copy
  add rsp, 8
  xor eax, eax
  ret
