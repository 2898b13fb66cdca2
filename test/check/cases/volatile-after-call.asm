; A loop counter in rcx does not survive a call. exit 0
global main
extern puts
section .rodata
text: db "line", 0
section .text
main:
  sub rsp, 8
  mov ecx, 3
  mov edi, text
  call puts
  mov eax, ecx ; expect: volatile-after-call
  add rsp, 8
  xor eax, eax
  ret
