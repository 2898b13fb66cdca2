; main's result is a variable that was never set. exit 0
global main
extern puts
section .rodata
text: db "done", 0
section .text
main:
  sub rsp, 24
  mov edi, text
  call puts
  mov eax, [rsp+4]
  and eax, 0x80
  shr eax, 7
  imul eax, eax, 0x100
  or al, [rsp+4]
  xor al, [rsp+4]
  add rsp, 24
  ret ; expect: uninit-value
