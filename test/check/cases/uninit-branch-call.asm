; A jump by flags where a function of libc has returned: its result is in eax. exit 1
global main
extern toupper
section .text
main:
  sub rsp, 8
  mov edi, 'x'
  call toupper
  jz .zero ; expect: uninit-branch
.zero:
  add rsp, 8
  mov eax, 1
  ret
