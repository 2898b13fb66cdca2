; A function for the end counts on r9, which exit does not set for it. exit 3
extern atexit
section .text
global main
finish:
  test r9d, r9d
  jz .done ; expect: uninit-branch
  nop
.done:
  ret
main:
  sub rsp, 8
  mov edi, finish
  call atexit
  mov eax, 3
  add rsp, 8
  ret
