; movaps to an unaligned stack slot. signal SIGSEGV
global _start
section .text
_start:
  sub rsp, 24
  xorps xmm0, xmm0
  movaps [rsp], xmm0 ; expect: misaligned-access
  jmp $
