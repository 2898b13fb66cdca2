; `call puts` followed by jc, as system calls elsewhere tell of errors. exit 0
extern puts
section .rodata
text: db "hi", 0
section .text
global main
main:
  sub rsp, 8
  mov edi, text
  call puts
  jc .failed ; expect: uninit-branch
  nop
.failed:
  xor eax, eax
  add rsp, 8
  ret
