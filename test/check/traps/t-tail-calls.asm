; Tail calls through jmp, into libc too. exit 0
global main
extern puts
section .data
m: db "tail", 0
section .text
main:
  sub rsp, 8
  mov edi, m
  call say
  mov edi, 3
  call even
  add rsp, 8
  ret
say: jmp puts
even:
  test edi, edi
  jz .yes
  dec edi
  jmp odd
.yes:
  mov eax, 1
  ret
odd:
  test edi, edi
  jz .no
  dec edi
  jmp even
.no:
  xor eax, eax
  ret
