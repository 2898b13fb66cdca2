; movaps in the middle of a block and on a frame that is 8 bytes off. signal SIGSEGV
global main
section .text
main:
  sub rsp, 32
  pxor xmm0, xmm0
  movaps [rsp], xmm0 ; expect: misaligned-access
  add rsp, 32
  ret
